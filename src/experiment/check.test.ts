import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { check, Search } from './check.ts';
import { emptyRecipe, type Recipe } from './recipe.ts';

const content = readContent();
const two: Recipe = { ...emptyRecipe, victims: 1, lockers: 1 };
const four: Recipe = { ...emptyRecipe, victims: 1, lockers: 2, writers: 1 };

/** The content with one file of the model rewritten. */
function edited(path: string, from: string, to: string) {
	const text = content.model[path] ?? '';
	expect(text).toContain(from);
	return { ...content, model: { ...content.model, [path]: text.replace(from, to) } };
}

function verdicts({ properties }: ReturnType<typeof check>): Record<string, string> {
	return Object.fromEntries(
		properties.map(({ name, verdict, vacuous, stem, loop }) => [
			name,
			`${verdict}${vacuous ? ' (vacuous)' : ''}${stem.length + loop.length > 0 ? ` ${stem.length}+${loop.length}` : ''}`,
		]),
	);
}

test('retry once, in line: all holds', () => {
	const result = check(four, content);
	const ofProgress = result.properties.filter(({ weakestAssumption }) => weakestAssumption !== null);
	expect(ofProgress.map(({ name, vacuous, weakestAssumption }) => [name, vacuous, weakestAssumption])).toEqual([
		['victim-completes', false, 'weak'],
		['queued-enters', false, 'weak'],
		['writer-enters', false, 'weak'],
		['bystander-completes', true, 'none'],
	]);
	expect(result.properties.map(({ name }) => name)).toEqual(expect.arrayContaining(['no-deadlock', 'no-misuse']));
	expect(result.properties.filter(({ verdict }) => verdict !== 'HOLDS')).toEqual([]);
	expect(result.complete).toBe(true);
});

test('retry for ever: the victim may starve, step by step, and only chance ends it', () => {
	const result = check({ ...two, policy: 'rfc' }, content);
	const [victim] = result.properties;
	if (victim === undefined) throw new Error('no property');
	expect(victim).toMatchObject({
		name: 'victim-completes',
		thread: 'victim',
		verdict: 'VIOLATED',
		vacuous: false,
		weakestAssumption: 'random',
	});
	const told = ({ thread, operation, words }: (typeof victim.stem)[number]) => `${thread}: ${operation}, ${words}`;
	expect(victim.loop.map(told)).toEqual([
		'victim: down_read, takes mmap_sem for reading',
		'victim: pte_present, finds the page not mapped',
		'locker: test_and_set_bit_lock, takes the page lock',
		'victim: test_and_set_bit_lock, finds the page locked',
		'victim: up_read, lets go of mmap_sem',
		'victim: test_bit, queues to be told of the unlock',
		'locker: waitqueue_active, unlocks the page, wakes victim',
	]);
	expect(victim.stem[0]).toMatchObject({
		thread: 'victim',
		actor: 'victim_fault',
		file: 'arch/x86/mm/fault.c',
		object: 'mm 0',
	});
	const first = victim.stem.length + 1;
	expect(victim.fairness['victim']).toEqual({ reason: 'runs', step: first });
	expect(victim.fairness['locker']).toEqual({ reason: 'runs', step: first + 2 });
});

test('each step tells the lines that it ran through, as they stand in the C', () => {
	const [victim] = check({ ...two, policy: 'rfc' }, content).properties;
	const line = (path: string, number: number | undefined) => content.model[path]?.split('\n')[(number ?? 0) - 1];
	const taken = victim?.stem.find(({ operation }) => operation === 'down_read_trylock');
	expect(line(taken?.file ?? '', taken?.lines[0])).toContain('down_read_trylock(&mm->mmap_sem)');
	for (const step of [...(victim?.stem ?? []), ...(victim?.loop ?? [])]) expect(step.lines.length).toBeGreaterThan(0);
});

test('the kernel holds a writer off, as its readers do, where a page lock is no line', () => {
	const byPolicy = (policy: string) => verdicts(check({ ...four, policy, 'page-lock': 'v4.20' }, content));
	expect(byPolicy('v4.20')['writer-enters']).toMatch(/^VIOLATED/);
	expect(byPolicy('rfc')['writer-enters']).toBe('HOLDS');
});

test('times, seed and duration change no digest, rules and threads do', () => {
	const digestOf = (changes: Partial<Recipe>) => check({ ...two, ...changes }, content).digest;
	const own = digestOf({});
	expect(own).toMatch(/^[0-9a-f]{16}$/);
	expect(digestOf({ seed: 7, 'io-ns': 5, 'duration-ms': 3 })).toBe(own);
	const others = [digestOf({ policy: 'rfc' }), digestOf({ lockers: 2 }), digestOf({ rwsem: 'v4.20' })];
	expect(new Set([own, ...others]).size).toBe(4);
});

test('cut off by a limit: UNKNOWN, no digest, nothing computed from states that are not there', () => {
	const result = check(four, content, { limits: { states: 100 } });
	expect([result.complete, result.digest, result.expectedRetries]).toEqual([false, null, null]);
	expect(verdicts(result)).toMatchObject({
		'victim-completes': 'UNKNOWN',
		'no-deadlock': 'UNKNOWN',
		'bystander-completes': 'HOLDS (vacuous)',
	});
});

test('stopped before its end, a search tells what it knows', () => {
	const search = new Search({ ...four, bystanders: 1, 'page-lock': 'v4.20' }, content);
	expect(search.advance()).toBe(false);
	expect(search.progress.states).toBeGreaterThan(20_000);
	expect(search.result()).toMatchObject({ complete: false, digest: null });
});

test('a retry counted by hand: in line behind one locker', () => {
	expect(check(two, content).expectedRetries).toBeCloseTo(13 / 27, 11);
	expect(check({ ...emptyRecipe, lockers: 1 }, content).expectedRetries).toBeNull();
	expect(check({ ...emptyRecipe, victims: 1 }, content).expectedRetries).toBe(0);
});

test('an infinite expectation is told apart', () => {
	const forgetful = edited('actors/locker.c', 'unlock_page(page);', 'for (;;) test_bit(PG_waiters, &page->flags);');
	const hasty = edited(
		'mm/memory.c',
		'if (!lock_page_or_retry(page, mm, flags))',
		'if (!trylock_page(page)) {\n\t\tup_read(&mm->mmap_sem);\n\t\treturn VM_FAULT_RETRY;\n\t}\n\tif (0)',
	);
	const both = { ...content, model: { ...forgetful.model, 'mm/memory.c': hasty.model['mm/memory.c'] ?? '' } };
	const result = check({ ...two, 'page-lock': 'v4.20' }, both);
	expect(result.expectedRetries).toBe('infinite');
	expect(result.properties[0]).toMatchObject({ verdict: 'VIOLATED', weakestAssumption: 'nothing' });
});

test('C that misuses a lock is a result, with the fewest steps to it', () => {
	const twice = edited('actors/locker.c', 'unlock_page(page);', 'unlock_page(page);\n\t\tunlock_page(page);');
	const result = check({ ...two, 'page-lock': 'v4.20' }, twice);
	const misuse = result.properties.find(({ name }) => name === 'no-misuse');
	expect(misuse?.verdict).toBe('VIOLATED');
	expect(misuse?.stem.map(({ thread }) => thread)).toEqual(['locker', 'locker', 'locker']);
	expect(misuse?.stem.at(-1)?.words).toContain('PG_locked is cleared, but the page is not locked');
	expect(result.properties.filter(({ verdict }) => verdict === 'HOLDS').every(({ vacuous }) => vacuous)).toBe(true);
});

test('a lock taken the wrong way round is a deadlock, and ends every wait', () => {
	const crossed = edited(
		'actors/locker.c',
		'void locker(struct page *page)\n{\n\tfor (;;) {\n\t\tspend(locker_gap_ns);\n\t\tlock_page(page);',
		'void locker(struct mm_struct *mm, struct page *page)\n{\n\tfor (;;) {\n\t\tlock_page(page);\n\t\tdown_write(&mm->mmap_sem);\n\t\tup_write(&mm->mmap_sem);',
	);
	const result = check(two, crossed);
	const byName = Object.fromEntries(result.properties.map((property) => [property.name, property]));
	expect(byName['no-deadlock']?.verdict).toBe('VIOLATED');
	expect(byName['victim-completes']).toMatchObject({ verdict: 'VIOLATED', loop: [], weakestAssumption: 'nothing' });
	expect(byName['victim-completes']?.fairness).toEqual({
		victim: { reason: 'blocked', step: null },
		locker: { reason: 'blocked', step: null },
	});
});

test('a fault that ends in SIGBUS does not complete', () => {
	const killed = edited('actors/victim.c', 'trace_fault_end();', 'trace_fault_sigbus();\n\ttrace_fault_end();');
	const { properties } = check(two, killed);
	const byName = Object.fromEntries(properties.map((property) => [property.name, property]));
	expect(byName['no-sigbus']?.verdict).toBe('VIOLATED');
	expect(byName['victim-completes']).toMatchObject({ verdict: 'VIOLATED', weakestAssumption: 'nothing' });
	expect(byName['victim-completes']?.fairness['victim']?.reason).toBe('blocked');
	expect(byName['no-deadlock']?.verdict).toBe('HOLDS');
});
