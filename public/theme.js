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

	const choose = (choice) => {
		root.dataset.themeChoice = choice;
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
	document.addEventListener('DOMContentLoaded', () => choose(root.dataset.themeChoice));
	document.addEventListener('click', (event) => {
		if (!event.target.closest('.theme-switch')) return;
		choose(next[root.dataset.themeChoice]);
		remember(root.dataset.themeChoice);
	});
})();
