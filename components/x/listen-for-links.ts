/** The element that says which experiment the page is of, and shows what becomes of a link to it. */
const PLACE = 'opened';

/**
 * Opens the link that the page's address holds behind '#', now and whenever it changes. What names a place on the page
 * is none. Without one nothing is loaded.
 */
export function listenForLinks(): void {
	const place = document.getElementById(PLACE);
	if (place === null) return;
	let close = () => {};
	const open = async () => {
		close();
		const fragment = location.hash.slice(1);
		place.hidden = fragment === '' || document.getElementById(fragment) !== null;
		if (place.hidden) return;
		const { showOpened } = await import('./show-opened.tsx');
		if (fragment === location.hash.slice(1)) close = showOpened(place, fragment);
	};
	addEventListener('hashchange', async () => {
		await open();
		if (place.hidden) return;
		place.scrollIntoView();
		place.focus({ preventScroll: true });
	});
	void open();
}
