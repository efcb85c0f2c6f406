import type { Page } from '@playwright/test';

/** What WCAG 2.2 asks of a target in success criterion 2.5.8, in CSS px. */
const TARGET_PX_MIN = 24;

/**
 * The targets of a page that are too small for a finger, a line each. Links may be smaller where WCAG 2.2's criterion
 * 2.5.8 lets them: within a line of other text, or if a circle of that diameter around one meets neither another target
 * nor another small one's circle. All else has the size itself. `within` names what lies over the rest of the page.
 */
export function smallTargets(page: Page, within = 'body'): Promise<string[]> {
	return page.evaluate(findSmallTargets, { min_px: TARGET_PX_MIN, within });
}

/** Runs in the page: it can use nothing from outside itself. */
function findSmallTargets({ min_px, within }: { min_px: number; within: string }): string[] {
	const selector = 'a[href], button, input, select, textarea, summary, [role=option], [role=combobox], [role=slider]';
	const isSeen = (element: Element) =>
		element.checkVisibility({ opacityProperty: false, visibilityProperty: true, contentVisibilityAuto: true }) &&
		getComputedStyle(element).pointerEvents !== 'none';

	/** What is pressed for a box to tick is its label, too. */
	const areaOf = (element: Element) => {
		const label = element instanceof HTMLInputElement ? element.closest('label') : null;
		return label ?? element;
	};

	/** Whether the line that it stands in has other words, which decide how high it is. */
	const isWithinText = (element: Element): boolean => {
		if (getComputedStyle(element).display !== 'inline') return false;
		let block = element.parentElement;
		while (block !== null && getComputedStyle(block).display === 'inline') block = block.parentElement;
		const walker = document.createTreeWalker(block ?? element, NodeFilter.SHOW_TEXT);
		for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
			const parent = text.parentElement;
			const isOther = parent?.closest(selector) === null && !parent.closest('.visually-hidden');
			if (isOther && /\p{L}|\p{N}/u.test(text.textContent ?? '') && parent.checkVisibility()) return true;
		}
		return false;
	};

	const all = [...document.querySelectorAll(within)].flatMap((place) => [...place.querySelectorAll(selector)]);
	const targets = [...new Set(all.filter(isSeen).map(areaOf))]
		.map((element) => ({ element, box: element.getBoundingClientRect() }))
		.filter(({ box }) => box.width > 1 && box.height > 1);
	const isSmall = ({ box }: { box: DOMRect }) => box.width < min_px - 0.01 || box.height < min_px - 0.01;
	const middle = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
	const distanceToBox = (from: { x: number; y: number }, box: DOMRect) =>
		Math.hypot(Math.max(box.left - from.x, 0, from.x - box.right), Math.max(box.top - from.y, 0, from.y - box.bottom));

	const found: string[] = [];
	for (const target of targets.filter(isSmall)) {
		const isLink = target.element.matches('a');
		if (isLink && isWithinText(target.element)) continue;
		const centre = middle(target.box);
		const near = targets.find((other) => {
			if (other === target || other.element.contains(target.element) || target.element.contains(other.element))
				return false;
			const isMet = [...other.element.getClientRects()].some((box) => distanceToBox(centre, box) < min_px / 2);
			const theirs = middle(other.box);
			return isMet || (isSmall(other) && Math.hypot(centre.x - theirs.x, centre.y - theirs.y) < min_px);
		});
		if (isLink && near === undefined) continue;
		const name = (element: Element) =>
			`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ` +
			`"${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`;
		const { width, height } = target.box;
		const beside = near === undefined ? '' : `, beside ${name(near.element)}`;
		found.push(`${name(target.element)} is ${width.toFixed(1)} x ${height.toFixed(1)} px${beside}`);
	}
	return found;
}
