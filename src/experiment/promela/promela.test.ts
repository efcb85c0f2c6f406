import { expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import { keys } from '../keys.ts';
import { allRows } from '../matrix.ts';
import { emptyRecipe, type Recipe } from '../recipe.ts';
import { promelaOf } from './promela.ts';

const content = readContent();
const two: Recipe = { ...emptyRecipe, victims: 1, lockers: 1 };
const command = 'bin/polite export --promela';

/** The content with one file of the model rewritten. */
function edited(path: string, from: string, to: string) {
	const text = content.model[path] ?? '';
	expect(text).toContain(from);
	return { ...content, model: { ...content.model, [path]: text.replace(from, to) } };
}

/** The text of one process. */
function processOf(text: string, name: string): string {
	return new RegExp(`^active.* proctype ${name}\\(\\)\\n[\\s\\S]*?^\\}`, 'm').exec(text)?.[0] ?? '';
}

test('a process a course: threads on the same objects share it, others have their own', () => {
	const { text } = promelaOf({ ...two, lockers: 2, bystanders: 2 }, content, { command });
	const heads = [...text.matchAll(/^active.*$/gm)].map(([line]) => line);
	expect(heads).toEqual([
		'active proctype victim()',
		'active proctype bystander_1()',
		'active proctype bystander_2()',
		'active [2] proctype locker()',
	]);
});

test('each label stands once in its process, and each goto leads to one', () => {
	const { text } = promelaOf({ ...two, policy: 'rfc', 'page-lock': 'v5.9', monitors: 1 }, content, { command });
	for (const name of ['victim', 'locker', 'monitor']) {
		const process = processOf(text, name);
		const labels = [...process.matchAll(/^\s*(\w+):/gm)].map(([, label]) => label);
		expect(labels.length).toBeGreaterThan(3);
		expect(new Set(labels).size).toBe(labels.length);
		const targets = [...process.matchAll(/goto (\w+)/g)].map(([, label]) => label);
		expect(targets.filter((target) => !labels.includes(target))).toEqual([]);
	}
});

test('a state shows its line of C and who called', () => {
	const { text } = promelaOf(two, content, { command });
	expect(processOf(text, 'locker')).toMatch(
		/^trylock_page_\d+:\t\/\* include\/linux\/pagemap\.h:\d+: return !test_and_set_bit_lock\(PG_locked, &page->flags\);\n\t {3}called from locker:\d+ > lock_page:\d+ \*\/$/m,
	);
});

test('who ends is at a valid end, and nobody else', () => {
	const ends = [...promelaOf({ ...two, killers: 1 }, content, { command }).text.matchAll(/^(\w+):\n\tfalse$/gm)];
	expect(ends.length).toBeGreaterThan(1);
	for (const [, label] of ends) expect(label).toMatch(/^end/);
});

test('a function whose name means something to spin gets another label', () => {
	const renamed = edited('actors/locker.c', 'unlock_page(page);', 'end_io(page);');
	const model = {
		...renamed.model,
		'actors/end_io.c':
			'void end_io(struct page *page)\n{\n\tset_bit(PG_waiters, &page->flags);\n\tunlock_page(page);\n}\n',
	};
	const { text } = promelaOf(two, { ...renamed, model }, { command });
	expect(processOf(text, 'locker')).toMatch(/^at_end_io_3:/m);
});

test('two sleeps that go on at the same place are told apart', () => {
	const numbered = (policy: string) =>
		promelaOf({ ...two, policy }, content, { command }).text.includes('number_sleep(1)');
	expect(numbered('rfc')).toBe(true);
	expect(numbered('v4.20')).toBe(false);
});

test('whatever was argued or shipped can be written, whoever is there', () => {
	const everybody = Object.fromEntries(
		keys.filter(({ group }) => group === 'threads').map(({ name }) => [name, 1]),
	) as Partial<Recipe>;
	for (const { name, eras } of allRows(content)) {
		const { text } = promelaOf({ ...emptyRecipe, ...eras, ...everybody }, content, { command });
		expect(text.match(/^active/gm), name).toHaveLength(Object.keys(everybody).length);
	}
});

test('a claim a property and thread; one property alone, if asked', () => {
	const recipe = { ...two, lockers: 2, writers: 1 };
	const all = promelaOf(recipe, content, { command });
	expect(all.claims.map(({ name }) => name)).toEqual([
		'victim_completes_0',
		'queued_enters_0',
		'queued_enters_2',
		'queued_enters_3',
		'writer_enters_1',
	]);
	for (const { name } of all.claims) expect(all.text).toContain(`ltl ${name} { [] (`);
	expect(all.assertions.map(({ property }) => property)).toEqual(['no-warning', 'no-sigbus']);
	const one = promelaOf(recipe, content, { command, property: 'writer-enters' });
	expect(one.claims).toEqual([{ name: 'writer_enters_1', property: 'writer-enters' }]);
	expect([one.assertions, one.text.includes('queued_pending')]).toEqual([[], false]);
});

test('refused by name: no such property', () => {
	expect(() => promelaOf(two, content, { command, property: 'victim-complete' })).toThrow(
		/--property: found 'victim-complete', expected one of victim-completes, .*no-deadlock, no-misuse/,
	);
});

test('a warning right behind a sleep is met in the step of whoever wakes', () => {
	const warning = edited('mm/filemap.c', 'io_schedule_state(state);', 'io_schedule_state(state);\n\tWARN_ON(kind);');
	const { text } = promelaOf({ ...two, 'page-lock': 'v4.20' }, warning, { command });
	expect(text).toContain('io_schedule_state(TASK_UNINTERRUPTIBLE); behind_sleep(no_warning, BEFORE_no_warning)');
	expect(/^inline set_running\(thread\)\n\{[^}]*assert\(no_warning\)/m.test(text)).toBe(true);
});

test('refused by name: a sleep right behind a sleep', () => {
	const twice = edited('mm/filemap.c', 'io_schedule_state(state);', 'io_schedule_state(state);\n\tio_schedule();');
	expect(() => promelaOf({ ...two, 'page-lock': 'v4.20' }, twice, { command })).toThrow(
		/^mm\/filemap\.c:\d+: a sleep right behind a sleep/,
	);
});

test('refused by name: waits that follow one another within a step', () => {
	const seamless = edited('actors/bystander.c', 'pte_clear(mm, page);', '');
	const recipe = { ...two, bystanders: 1 };
	expect(() => promelaOf(recipe, seamless, { command })).toThrow(/^bystander-completes: one step may end a wait/);
	expect(promelaOf(recipe, seamless, { command, property: 'no-warning' }).claims).toEqual([]);
});
