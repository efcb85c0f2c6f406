import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { eraNames } from './content.ts';
import { identityOf } from './identity.ts';
import { CompileError, compileModel, runnableModel } from './model.ts';
import { prepare } from './prepare.ts';
import { emptyRecipe } from './recipe.ts';

const content = readContent();
const eras = { policy: 'v4.20', 'page-lock': 'fifo' };

/** The content with one file of the model rewritten, as somebody edits it. */
function edited(path: string, from: string, to: string) {
	const text = content.model[path] ?? '';
	expect(text).toContain(from);
	return { ...content, model: { ...content.model, [path]: text.replace(from, to) } };
}

const everyEra = eraNames(content, 'page-lock').flatMap((pageLock) =>
	eraNames(content, 'policy').map((policy) => ({ policy, 'page-lock': pageLock })),
);

test.each(everyEra.filter(({ policy }) => policy !== 'diff1-typed'))(
	'$policy over $page-lock compiles without a word',
	(each) => {
		expect(compileModel(content, each).diagnostics).toEqual([]);
	},
);

test.each(everyEra.filter(({ policy }) => policy === 'diff1-typed'))(
	'diff [1] as it was typed is warned of, over $page-lock',
	(each) => {
		const { diagnostics } = compileModel(content, each);
		expect(diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
			'warning: C reads !flags & FAULT_FLAG_TRIED as (!flags) & FAULT_FLAG_TRIED',
			'warning: !flags & FAULT_FLAG_TRIED is always false, so one branch is never taken',
		]);
	},
);

test('without userfaultfd and signals, v5.7 runs as v4.20 does', () => {
	for (const pageLock of eraNames(content, 'page-lock')) {
		const tablesOf = (policy: string) => {
			const recipe = { ...emptyRecipe, victims: 1, gups: 1, nowaits: 1, lockers: 1, writers: 1 };
			const { tables } = prepare({ ...recipe, policy, 'page-lock': pageLock }, content).plan;
			return [tables.operation, tables.object, tables.argument, tables.successor, tables.entries];
		};
		expect(tablesOf('v5.7')).toEqual(tablesOf('v4.20'));
		expect(tablesOf('rfc')).not.toEqual(tablesOf('v4.20'));
	}
});

test('a model is made once for each content', () => {
	expect(runnableModel(content, eras)).toBe(runnableModel(content, { ...eras }));
	expect(runnableModel({ ...content }, eras)).not.toBe(runnableModel(content, eras));
});

test('comments, names of locals and layout change no digest', () => {
	const locker = content.model['actors/locker.c'] ?? '';
	const text = `// New.\n\n${locker.replaceAll(/\bpage\b/g, 'locked_page').replace('struct locked_page', 'struct page')}`;
	const rewritten = { ...content, model: { ...content.model, 'actors/locker.c': text } };
	expect(runnableModel(rewritten, eras).files).not.toEqual(runnableModel(content, eras).files);
	expect(runnableModel(rewritten, eras).digest).toBe(runnableModel(content, eras).digest);
	expect(identityOf(rewritten)).toEqual(identityOf(content));
});

test('code changes the digest', () => {
	const time = edited('actors/locker.c', 'spend(io_ns)', 'spend(map_ns)');
	const look = edited('mm/memory.c', 'unlock_page(page);', 'pte_present(mm, page);\n\tunlock_page(page);');
	const digests = [content, time, look].map((each) => runnableModel(each, eras).digest);
	expect(new Set(digests).size).toBe(3);
	expect(identityOf(time).modelDigest).not.toBe(identityOf(content).modelDigest);
});

test('rfc is another model than v4.20, with either page lock', () => {
	for (const pageLock of eraNames(content, 'page-lock')) {
		const digestOf = (policy: string) => runnableModel(content, { policy, 'page-lock': pageLock }).digest;
		expect(digestOf('rfc')).not.toBe(digestOf('v4.20'));
	}
});

test('with userfaultfd it does not', () => {
	const tablesOf = (policy: string) =>
		prepare({ ...emptyRecipe, victims: 1, monitors: 1, policy }, content).plan.tables.successor;
	expect(tablesOf('v5.7')).not.toEqual(tablesOf('v4.20'));
});

test('the page lock of v5.9 is another model for each unfairness, no other page lock is', () => {
	const digestOf = (pageLock: string, unfairness: number) =>
		runnableModel(content, { policy: 'v4.20', 'page-lock': pageLock, 'page-lock-unfairness': unfairness }).digest;
	const digests = [0, 1, 5, 16].map((unfairness) => digestOf('v5.9', unfairness));
	expect(new Set(digests).size).toBe(4);
	expect(runnableModel(content, { policy: 'v4.20', 'page-lock': 'v5.9' }).digest).toBe(digests[2]);
	expect(digestOf('v4.20', 1)).toBe(digestOf('v4.20', 5));
});

test('C that does not compile is thrown with its place', () => {
	const broken = edited(
		'mm/memory.c',
		'return do_swap_page(mm, page, flags);',
		'return do_swap_pages(mm, page, flags);',
	);
	expect(compileModel(broken, eras).program).toBeNull();
	expect(() => runnableModel(broken, eras)).toThrow(CompileError);
	expect(() => runnableModel(broken, eras)).toThrow(/^mm\/memory\.c:\d+:\d+: .*do_swap_page/);
});
