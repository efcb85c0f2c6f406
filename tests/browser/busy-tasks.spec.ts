import { busyTasks } from './support/busy-tasks.ts';
import { expect, test } from './support/test.ts';

test('a task that keeps the main thread is found, one that only waits is not', async ({ browser, page }) => {
	const found = await busyTasks(browser, page, async () => {
		await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
		await page.evaluate(() => {
			const end_ms = performance.now() + 400;
			while (performance.now() < end_ms);
		});
	});
	expect(found).toHaveLength(1);
});
