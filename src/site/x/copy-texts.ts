import { copyText } from '../lab/hand-over.ts';
import { announce } from '../passage/announce.ts';

/** Lets each button with `data-copies` copy the text of the element with that id. */
export function copyTexts(): void {
	document.addEventListener('click', async ({ target }) => {
		const button = target instanceof Element ? target.closest<HTMLElement>('[data-copies]') : null;
		const text = document.getElementById(button?.dataset['copies'] ?? '')?.textContent;
		if (text === undefined || text === null) return;
		announce((await copyText(text)) ? 'Copied.' : 'The browser did not let it be copied; mark the text and copy it.');
	});
}
