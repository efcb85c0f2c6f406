import type { Page } from '@playwright/test';

/**
 * What a page shows of text that cannot be read: beyond the window's edge, cut off by what it stands in, or over other
 * text; a line each. What scrolls by itself may hold more than it shows.
 */
export function illegible(page: Page): Promise<string[]> {
	return page.evaluate(findIllegible);
}

/** Runs in the page: it can use nothing from outside itself. */
function findIllegible(): string[] {
	/** What is cut short on purpose: one line of C, whose whole stands in the listing. */
	const shortened = '.step-code, .schedule-code, .schedule-place, .visually-hidden, [aria-hidden=true]';
	const isLaidOver = (element: Element) => element.closest('[popover], dialog, [data-open]') !== null;

	/** Whether something around it scrolls, so that it may be out of sight. */
	const isInScroller = (element: Element) => {
		for (let around: Element | null = element; around !== null; around = around.parentElement) {
			if (['auto', 'scroll'].includes(getComputedStyle(around).overflowX) && around !== document.documentElement)
				return true;
		}
		return false;
	};

	interface Line {
		readonly text: string;
		readonly node: Node;
		readonly left: number;
		readonly right: number;
		readonly top: number;
		readonly bottom: number;
	}
	const found: string[] = [];
	const lines: Line[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const parent = node.parentElement;
		const text = node.textContent?.trim() ?? '';
		if (parent === null || text === '' || parent.closest(`script, style, ${shortened}`) || isLaidOver(parent)) continue;
		if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		const scrolls = isInScroller(parent);
		for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
			if (width < 1 || height < 1) continue;
			if (!scrolls && (left < -0.5 || right > innerWidth + 0.5)) found.push(`beyond the edge: "${text.slice(0, 50)}"`);
			// The letters themselves: a line's box reaches into the lines above and below.
			const quarter = height / 4;
			if (!scrolls)
				lines.push({ text, node, left: left + 1, right: right - 1, top: top + quarter, bottom: bottom - quarter });
		}
		const box = parent.getBoundingClientRect();
		if (getComputedStyle(parent).overflowX === 'hidden' && parent.scrollWidth > box.width + 1)
			found.push(`cut off: "${text.slice(0, 50)}"`);
	}

	lines.sort((one, other) => one.top - other.top);
	for (const [index, line] of lines.entries()) {
		for (const other of lines.slice(index + 1)) {
			if (other.top >= line.bottom) break;
			const isOver = other.node !== line.node && other.left < line.right && other.right > line.left;
			if (isOver) found.push(`over each other: "${line.text.slice(0, 40)}" and "${other.text.slice(0, 40)}"`);
		}
	}
	return found;
}
