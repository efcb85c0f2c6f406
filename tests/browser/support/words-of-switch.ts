import type { Locator } from '@playwright/test';

/** Where a switch's words begin, in the window: they may go on in the next line, and end in the caret. */
export async function wordsOfSwitch(place: Locator): Promise<{ x: number; y: number }> {
	await place.scrollIntoViewIfNeeded();
	return place.evaluate((element) => {
		const [first] = element.getClientRects();
		if (first === undefined) throw new Error('the switch is not seen');
		return { x: first.left + 5, y: first.top + first.height / 2 };
	});
}
