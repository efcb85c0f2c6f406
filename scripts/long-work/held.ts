import type { CDPSession } from '@playwright/test';

/** What an engine says of its heap, in bytes. */
interface HeapUsage {
	/** By the objects of scripts, by those of the page, and by arrays. */
	readonly usedSize: number;
	readonly embedderHeapUsedSize: number;
	readonly backingStorageSize: number;
}

/** Numbers the question, to know its answer by. */
const ASKED = 1;

/**
 * What a browser's pages and their workers hold, in MB: objects, elements and arrays that are in use, to the byte. What
 * the process has besides, for later or for good, is not in it.
 *
 * @param browser a session with the browser itself
 */
export async function heldBy(browser: CDPSession): Promise<number> {
	const { targetInfos } = await browser.send('Target.getTargets');
	const targets = targetInfos.filter(({ type }) => type === 'page' || type === 'worker');
	let bytes = 0;
	for (const { targetId } of targets) {
		const { usedSize, embedderHeapUsedSize, backingStorageSize } = await heapUsage(browser, targetId);
		bytes += usedSize + embedderHeapUsedSize + backingStorageSize;
	}
	return bytes / 2 ** 20;
}

async function heapUsage(browser: CDPSession, targetId: string): Promise<HeapUsage> {
	// Each by a session of its own: those that Playwright has with workers cannot be borrowed.
	const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
	const { promise, resolve } = Promise.withResolvers<HeapUsage>();
	const hear = (told: { readonly sessionId: string; readonly message: string }) => {
		const { id, result } = JSON.parse(told.message);
		if (told.sessionId === sessionId && id === ASKED) resolve(result);
	};
	browser.on('Target.receivedMessageFromTarget', hear);
	await browser.send('Target.sendMessageToTarget', {
		sessionId,
		message: JSON.stringify({ id: ASKED, method: 'Runtime.getHeapUsage' }),
	});
	const usage = await promise;
	browser.off('Target.receivedMessageFromTarget', hear);
	await browser.send('Target.detachFromTarget', { sessionId });
	return usage;
}
