/** Where the reader's wish to have no single keys is kept. */
const STORED = 'single-keys';

/** Where letters are typed. */
const TYPING = 'input:not([type="range"], [type="checkbox"]), textarea, select, [contenteditable]';

/** What has keys of its own: nobody shall leave the chapter in the middle of a game. */
const WIDGETS = '.schedule, .lock-figure-body, .verdict, [role="combobox"], dialog';

/**
 * Single keys, which the shell's own links and buttons declare: `aria-keyshortcuts="n"` is pressed by N. The question mark
 * opens their list. The reader can turn them off there, since speech and unsteady hands press keys unawares.
 */
export function listenForShortcuts(): void {
	const list = document.querySelector<HTMLDialogElement>('#shortcuts');
	const wanted = list?.querySelector<HTMLInputElement>('input');
	if (!list || !wanted) return;
	wanted.checked = remembered() !== 'off';
	wanted.addEventListener('change', () => remember(wanted.checked ? 'on' : 'off'));
	for (const button of document.querySelectorAll('.shortcuts-button')) {
		button.addEventListener('click', () => list.showModal());
	}

	document.addEventListener('keydown', (event) => {
		const at = event.target instanceof Element ? event.target : null;
		if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
		if (!wanted.checked || list.open || at?.closest(TYPING)) return;
		const key = event.key.toLowerCase();
		if (!/^[a-z?]$/.test(key) || (key !== '?' && at?.closest(WIDGETS))) return;
		const meant = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
		if (meant === null) return;
		event.preventDefault();
		meant.click();
	});
}

function remembered(): string | null {
	try {
		return localStorage.getItem(STORED);
	} catch {
		return null; // Storage is refused: the choice lasts as long as the page.
	}
}

function remember(choice: string): void {
	try {
		localStorage.setItem(STORED, choice);
	} catch {
		// As above.
	}
}
