/** Marks the section that is being read whenever the contents are opened, and closes them when one of them is chosen. */
export function markSection(): void {
	const panel = document.querySelector<HTMLElement>('#contents');
	const links = [...(panel?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])];
	if (!panel || links.length === 0) return;
	panel.addEventListener('beforetoggle', () => {
		const begun = links.findLast(({ hash }) => {
			const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
			return heading !== null && heading.getBoundingClientRect().top < window.innerHeight / 3;
		});
		for (const link of links) link.ariaCurrent = link === begun ? 'location' : null;
	});
	panel.addEventListener('click', ({ target }) => {
		if (target instanceof Element && target.closest('a[href^="#"]')) panel.hidePopover();
	});
}
