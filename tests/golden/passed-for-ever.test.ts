import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, type PropertyResult } from '../../src/experiment/check.ts';
import { eraNames, type ModelContent } from '../../src/experiment/content.ts';
import { modelFiles } from '../../src/experiment/eras.ts';
import { emptyRecipe, type Recipe } from '../../src/experiment/recipe.ts';
import { content } from '../support/scenarios.ts';

// Can whoever queues exclusively for the page lock be passed by others for ever? Jerome's sentence says no. Three
// lockers: one that queues, and two that pass it, since one alone must run to its walk and finds nobody in its way.
const crowd: Recipe = { ...emptyRecipe, lockers: 3 };
const EVERY_K = Array.from({ length: 17 }, (_, k) => k);

interface Answer {
	readonly states: number;
	readonly property: PropertyResult;
}

function queuedEnters(changes: Partial<Recipe>, model: ModelContent = content): Answer {
	const { states, properties } = check({ ...crowd, ...changes }, model);
	const property = properties.find(({ name }) => name === 'queued-enters');
	if (property === undefined) throw new Error('the check has no queued-enters');
	return { states, property };
}

function answerText({ states, property: { verdict, weakestAssumption, stem, loop } }: Answer): string {
	return `${verdict}, ${weakestAssumption}, stem ${stem.length}, loop ${loop.length}, ${states} states`;
}

const clear = `	/* From here to the walk, the page is anybody's. */
	if (clear_bit_unlock_is_negative_byte(PG_locked, &page->flags))
		wake_up_page(page);
`;
const walk = `	spin_lock_irq(&q->lock);
	while (!exclusive`;

/** The C with a page lock whose unlock clears the bit and walks the queue in one step; its recipe's page-lock is v4.20, an empty diff. */
function inOneStep(pageLock: string): ModelContent {
	const model = Object.fromEntries(
		modelFiles(content, { policy: 'v4.20', 'page-lock': pageLock }).map(({ path: file, text }) => [file, text]),
	);
	const changed = [
		[clear, '\twake_up_page(page);\n'],
		[walk, walk.replace('\twhile', '\tclear_bit_unlock(PG_locked, &page->flags);\n\twhile')],
	].reduce((text, [from = '', to = '']) => {
		if (text.split(from).length !== 2) throw new Error(`mm/filemap.c does not hold '${from}' exactly once`);
		return text.replace(from, to);
	}, model['mm/filemap.c'] ?? '');
	return { ...content, model: { ...model, 'mm/filemap.c': changed } };
}

const twoSteps = (k: number) => queuedEnters({ 'page-lock': 'v5.9', 'page-lock-unfairness': k });
const merged = inOneStep('v5.9');
const oneStep = (k: number) => queuedEnters({ 'page-lock': 'v4.20', 'page-lock-unfairness': k }, merged);

test('the table of who may be passed for ever says what it said', async () => {
	const lines = [
		...eraNames(content, 'page-lock').map((lock) => `${lock}: ${answerText(queuedEnters({ 'page-lock': lock }))}`),
		...EVERY_K.map((k) => `v5.9, k = ${k}: ${answerText(twoSteps(k))}`),
		...EVERY_K.map((k) => `v5.9, clear and walk one step, k = ${k}: ${answerText(oneStep(k))}`),
	];
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'passed-for-ever.txt'));
});

describe("Jerome's sentence: whoever queues for the page lock gets it", () => {
	test('is true of the line that the thread pictures, and of no page lock that a kernel had', () => {
		const verdicts = ['fifo', 'v4.20', 'v5.9-rc', 'v5.9'].map((lock) => [
			lock,
			queuedEnters({ 'page-lock': lock }).property.verdict,
		]);
		expect(Object.fromEntries(verdicts)).toEqual({
			fifo: 'HOLDS',
			'v4.20': 'VIOLATED',
			'v5.9-rc': 'VIOLATED',
			'v5.9': 'VIOLATED',
		});
	});

	test('one rival is enough to pass a waiter of v4.20 for ever, and not enough for the later ones', () => {
		const verdicts = ['v4.20', 'v5.9-rc', 'v5.9'].map(
			(lock) => queuedEnters({ lockers: 2, 'page-lock': lock }).property.verdict,
		);
		expect(verdicts).toEqual(['VIOLATED', 'HOLDS', 'HOLDS']);
	});
});

describe('on v5.9 two rivals can pass a queued waiter for ever', () => {
	test('for any k by the same steps: who queues takes no step in the loop, so k is never asked', () => {
		const told = EVERY_K.map((k) => {
			const { verdict, thread, stem, loop } = twoSteps(k).property;
			expect([k, verdict]).toEqual([k, 'VIOLATED']);
			expect(loop.map((step) => step.thread)).not.toContain(thread);
			return [...stem, ...loop].map((step) => `${step.thread}: ${step.words}`);
		});
		// With k = 0 it asks to be handed the lock as soon as it queues, and is passed all the same.
		const [handedOver, first] = told;
		expect(handedOver?.map((step) => step.replace('queues to be handed', 'queues for'))).toEqual(first);
		for (const steps of told.slice(1)) expect(steps).toEqual(first);
	});

	test('because of what is between clear and walk: as one step, none can, for any k', () => {
		expect(EVERY_K.map((k) => oneStep(k).property.verdict)).toEqual(EVERY_K.map(() => 'HOLDS'));
		expect(queuedEnters({ 'page-lock': 'v4.20' }, inOneStep('v5.9-rc')).property.verdict).toBe('HOLDS');
	});

	test('which does not save v4.20, where whoever is woken and beaten starts at the tail', () => {
		expect(queuedEnters({ 'page-lock': 'v4.20' }, inOneStep('v4.20')).property.verdict).toBe('VIOLATED');
	});
});
