/** The reader may move from the word to its meaning without losing it, in ms. */
const GRACE_MS = 200;

/**
 * Shows the meaning of a term beside it, while it is pointed at or has the focus; Escape takes it away. Where nothing can
 * be pointed at, the first touch shows it and the second follows the link. Without scripts it is the link's title.
 */
export function showMeanings(): void {
	const terms = document.querySelectorAll<HTMLAnchorElement>('a.term');
	if (terms.length === 0) return;
	const meaning = document.createElement('div');
	meaning.className = 'term-meaning';
	meaning.popover = 'auto';
	meaning.setAttribute('aria-hidden', 'true');
	document.body.append(meaning);
	let shown: HTMLAnchorElement | null = null;
	let leaving = 0;

	const show = (term: HTMLAnchorElement) => {
		clearTimeout(leaving);
		if (shown === term && meaning.matches(':popover-open')) return;
		shown = term;
		meaning.textContent = term.ariaDescription;
		meaning.showPopover();
		placeBelow(term, meaning);
	};
	const leave = () => {
		clearTimeout(leaving);
		leaving = window.setTimeout(() => meaning.hidePopover(), GRACE_MS);
	};
	meaning.addEventListener('pointerenter', () => clearTimeout(leaving));
	meaning.addEventListener('pointerleave', leave);
	meaning.addEventListener('toggle', (event) => {
		if (event.newState === 'closed') shown = null;
	});

	const canPoint = matchMedia('(hover: hover)').matches;
	for (const term of terms) {
		term.ariaDescription = term.title;
		term.removeAttribute('title');
		term.addEventListener('focus', () => canPoint && term.matches(':focus-visible') && show(term));
		term.addEventListener('blur', leave);
		if (canPoint) {
			term.addEventListener('pointerenter', () => show(term));
			term.addEventListener('pointerleave', leave);
		} else {
			term.addEventListener('click', (event) => {
				if (shown === term) return;
				event.preventDefault();
				show(term);
			});
		}
	}
}

/** Under the word's first line, or above it where there is no room below, within the window. */
function placeBelow(term: HTMLElement, meaning: HTMLElement): void {
	const [first] = term.getClientRects();
	if (first === undefined) return;
	const { width, height } = meaning.getBoundingClientRect();
	const edge = 12;
	const left = Math.max(edge, Math.min(first.left, document.documentElement.clientWidth - width - edge));
	const isRoomBelow = first.bottom + height + edge < window.innerHeight;
	meaning.style.left = `${left}px`;
	meaning.style.top = `${isRoomBelow ? first.bottom + 4 : first.top - height - 4}px`;
}
