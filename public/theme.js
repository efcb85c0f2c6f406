// The theme switch. It is loaded by a plain script element in the head, so that the chosen theme stands before anything
// is drawn; a module would come too late. Without it the page follows the reader's system.
(() => {
	const root = document.documentElement;
	const next = { auto: 'light', light: 'dark', dark: 'auto' };

	const remembered = () => {
		try {
			return localStorage.getItem('theme');
		} catch {
			return null; // Storage is refused: the choice lasts as long as the page.
		}
	};

	const remember = (choice) => {
		try {
			localStorage.setItem('theme', choice);
		} catch {
			// As above.
		}
	};

	let chosen = 'auto';

	const choose = (choice) => {
		chosen = choice;
		// It also tells the styles that scripts are there, which a page that stands still has no use for.
		if (root.dataset.still === undefined) root.dataset.themeChoice = choice;
		if (choice === 'auto') delete root.dataset.theme;
		else root.dataset.theme = choice;
		for (const button of document.querySelectorAll('.theme-switch')) {
			button.setAttribute('aria-label', `Theme: ${choice}. Change to ${next[choice]}.`);
			button.title = `Theme: ${choice}`;
		}
	};

	const stored = remembered();
	choose(Object.hasOwn(next, stored ?? '') ? stored : 'auto');

	// Again when the button is there to be named.
	document.addEventListener('DOMContentLoaded', () => choose(chosen));
	document.addEventListener('click', (event) => {
		if (!event.target.closest('.theme-switch')) return;
		choose(next[chosen]);
		remember(chosen);
	});
})();
