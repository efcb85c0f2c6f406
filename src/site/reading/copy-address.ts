import { announce } from '../passage/announce.ts';

/** How long the sign says that it has copied, in ms. */
const SAID_FOR_MS = 1600;

/** Lets the links beside headings and figures copy the address that they lead to. A click that wants a new tab gets it. */
export function copyAddresses(): void {
	document.addEventListener('click', async (event) => {
		const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.anchor') : null;
		if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
		event.preventDefault();
		try {
			await navigator.clipboard.writeText(link.href);
		} catch {
			// Refused, or the page came without encryption: the address bar has it then.
			location.hash = link.hash;
			announce('The address could not be copied; it is in the address bar.');
			return;
		}
		history.replaceState(history.state, '', link.hash);
		announce('The address is copied.');
		link.dataset['copied'] = '';
		setTimeout(() => delete link.dataset['copied'], SAID_FOR_MS);
	});
}
