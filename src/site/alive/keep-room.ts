/**
 * Gives each paragraph whose words can be turned the room of its longest words, so that nothing below it moves when
 * they are. Only a browser knows how words break into lines: it is asked, beside the page, and again for another width.
 */
export function keepRoom(): void {
	keepNow();
	// Fonts that come late have other widths.
	document.fonts.ready.then(keepNow);
	let width_px = innerWidth;
	addEventListener('resize', () => {
		if (innerWidth === width_px) return;
		width_px = innerWidth;
		keepNow();
	});
}

function keepNow(): void {
	const paragraphs = new Set<HTMLElement>();
	for (const element of document.querySelectorAll('.switch-current, .follow')) {
		const paragraph = element.closest<HTMLElement>('.prose :is(p, li)');
		if (paragraph) paragraphs.add(paragraph);
	}
	const tries = [...paragraphs].map((paragraph) => ({ paragraph, likenesses: likenessesOf(paragraph) }));
	for (const { paragraph, likenesses } of tries) paragraph.after(...likenesses);
	// All are laid out at one time.
	const heights_px = tries.map(({ likenesses }) => Math.max(...likenesses.map(heightOf_px)));
	for (const [index, { paragraph, likenesses }] of tries.entries()) {
		for (const likeness of likenesses) likeness.remove();
		paragraph.classList.add('keeps-room');
		paragraph.style.setProperty('--room', `${heights_px[index]}px`);
	}
}

const heightOf_px = (element: Element) => element.getBoundingClientRect().height;

/** The paragraph as it would be under each choice, for a moment in which nobody sees it. */
function likenessesOf(paragraph: HTMLElement): HTMLElement[] {
	const { width: width_px } = paragraph.getBoundingClientRect();
	const likeness = () => {
		const copy = paragraph.cloneNode(true) as HTMLElement;
		// A second island would come to life.
		for (const island of copy.querySelectorAll('astro-island')) island.replaceWith(...island.childNodes);
		copy.style.cssText = `position: absolute; visibility: hidden; min-block-size: 0; inline-size: ${width_px}px`;
		return copy;
	};
	return choicesIn(paragraph).map((choice) => {
		const copy = likeness();
		for (const { element, words } of wordsIn(copy)) {
			const text = words[choice];
			// The text of a switch goes on with its caret.
			if (text !== undefined && element.firstChild) element.firstChild.textContent = text;
		}
		return copy;
	});
}

const choicesIn = (paragraph: HTMLElement) => [
	...new Set(wordsIn(paragraph).flatMap(({ words }) => Object.keys(words))),
];

/** What is turned within a paragraph, and what it says under each choice. */
function wordsIn(paragraph: HTMLElement): { element: Element; words: Record<string, string> }[] {
	const follows = [...paragraph.querySelectorAll<HTMLElement>('.follow')].map((element) => ({
		element,
		words: JSON.parse(element.dataset['words'] ?? '{}') as Record<string, string>,
	}));
	const switches = [...paragraph.querySelectorAll('.switch')].flatMap((place) => {
		const element = place.querySelector('.switch-current');
		const all = [...place.querySelectorAll('.switch-choice')].map(({ firstElementChild, textContent }) => {
			const choice = firstElementChild?.textContent ?? '';
			return [choice, textContent.slice(choice.length).trim()] as const;
		});
		return element ? [{ element, words: Object.fromEntries(all) }] : [];
	});
	return [...follows, ...switches];
}
