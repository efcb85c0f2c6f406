import { copyText } from '../lab/hand-over.ts';
import { announce } from '../passage/announce.ts';

/** How long a button shows that it has copied, in ms. */
const SHOWN_FOR_MS = 2000;

/** Lets each button with `data-copies` copy the text of the element with that id. */
export function copyTexts(): void {
	document.addEventListener('click', async ({ target }) => {
		const button = target instanceof Element ? target.closest<HTMLElement>('[data-copies]') : null;
		const text = document.getElementById(button?.dataset['copies'] ?? '')?.textContent;
		if (text === undefined || text === null) return;
		if (button === null || !(await copyText(text))) {
			announce('The browser did not let it be copied; mark the text and copy it.');
			return;
		}
		announce('Copied.');
		button.dataset['copied'] = '';
		setTimeout(() => delete button.dataset['copied'], SHOWN_FOR_MS);
	});
}
