import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import { check } from '../check.ts';
import { eraFiles, erasText } from '../eras.ts';
import { compileModel, runnableModel } from '../model.ts';
import { emptyRecipe } from '../recipe.ts';
import { landPatch } from './land-patch.ts';
import { landingWords } from './landing-words.ts';

const content = readContent();
const folder = path.join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'patches');

const pasted = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const eras = (policy: string) => ({ policy, 'page-lock': 'v4.20' });

function land(file: string, policy: string) {
	return landPatch(pasted(file), eraFiles(content, eras(policy)), erasText(eras(policy)));
}

/** What stands below a policy's patch: 'file: -removed' and 'file: +added', line by line. */
function changes(patch: string): string[] {
	return patch.split('\n').filter((line) => /^([-+](?![-+]{2} ))/.test(line));
}

function verdicts(patch: string, policy: string): Record<string, string> {
	const recipe = { ...emptyRecipe, ...eras(policy), patch, victims: 1, lockers: 1, gups: 1 };
	return Object.fromEntries(check(recipe, content).properties.map(({ name, verdict }) => [name, verdict]));
}

const lints = [
	'warning: C reads !flags & FAULT_FLAG_TRIED as (!flags) & FAULT_FLAG_TRIED',
	'warning: !flags & FAULT_FLAG_TRIED is always false, so one branch is never taken',
];

/** Each fixture that lands: over which policy, where, to what model, with which words of the C's reader. */
const landing = [
	{
		file: 'diff1-web-archive.mail',
		policy: 'rfc',
		words: [
			'the hunk at line 6 of the patch lands at mm/filemap.c:15; 2 lines of context dropped, not standing there; white space made ours; its header promises 3 lines more',
		],
		changes: ['-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '+\tif (!flags & FAULT_FLAG_TRIED)'],
		same: 'diff1-typed',
		diagnostics: lints,
	},
	{
		file: 'diff1-quoted-thrice.mail',
		policy: 'rfc',
		words: ['the hunk at line 11 of the patch lands at mm/filemap.c:15; white space made ours'],
		changes: ['-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '+\tif (!flags & FAULT_FLAG_TRIED)'],
		same: 'diff1-typed',
		diagnostics: lints,
	},
	{
		file: 'diff1-parens-blanks.diff',
		policy: 'rfc',
		words: ['the hunk at line 3 of the patch lands at mm/filemap.c:15; white space made ours'],
		changes: ['-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '+\tif (!(flags & FAULT_FLAG_TRIED))'],
		same: 'diff1-parens',
	},
	{
		file: 'inline-remarks.mail',
		policy: 'rfc',
		words: ['the hunk at line 4 of the patch lands at mm/filemap.c:15'],
		changes: ['-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '+\tif (!(flags & FAULT_FLAG_TRIED))'],
		same: 'diff1-parens',
	},
	{
		file: 'indented.txt',
		policy: 'rfc',
		words: ['the hunk at line 4 of the patch lands at mm/filemap.c:15; white space made ours'],
		changes: ['-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '+\tif (!(flags & FAULT_FLAG_TRIED))'],
		same: 'diff1-parens',
	},
	{
		file: 'rfc-from-kernel.patch',
		policy: 'v4.20',
		words: [
			'the hunk at line 16 of the patch is ignored: the model has no arch/arm/mm/fault.c',
			'the hunk at line 23 of the patch lands at arch/x86/mm/fault.c:25; 7 lines of context dropped, not standing there; white space made ours',
		],
		changes: ['-\t\tflags &= ~FAULT_FLAG_ALLOW_RETRY;'],
		same: 'rfc',
	},
	{
		file: 'gate-of-v5.7.mail',
		policy: 'rfc',
		words: [
			'the hunk at line 4 of the patch lands at include/linux/mm.h:16; 3 lines of context dropped, not standing there',
			'the hunk at line 20 of the patch lands at mm/filemap.c:15; 2 lines of context dropped, not standing there; white space made ours',
			'the hunk at line 30 of the patch is ignored: the model has no mm/internal.h',
		],
		changes: [
			'+/*',
			'+ * True of a first attempt that may ask for another.',
			'+ */',
			'+static inline bool fault_flag_allow_retry_first(unsigned int flags)',
			'+{',
			'+\treturn (flags & FAULT_FLAG_ALLOW_RETRY) &&',
			'+\t    (!(flags & FAULT_FLAG_TRIED));',
			'+}',
			'-\tif (flags & FAULT_FLAG_ALLOW_RETRY)',
			'+\tif (fault_flag_allow_retry_first(flags))',
		],
	},
	{
		file: 'no-file-named.txt',
		policy: 'v4.20',
		words: ['the hunk at line 3 of the patch lands at mm/filemap.c:15; 1 line of context dropped, not standing there'],
		changes: ['-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '+\tif (flags & FAULT_FLAG_TRIED)'],
	},
	{
		file: 'wrong-numbers.diff',
		policy: 'v4.20',
		words: ['the hunk at line 5 of the patch lands at mm/memory.c:30; its header promises 95 lines more'],
		changes: ['-\t\tspend(map_ns);', '+\t\tspend(map_ns);'],
	},
	{
		file: 'cut-in-half.mail',
		policy: 'v4.20',
		words: ['the hunk at line 3 of the patch lands at mm/filemap.c:41; its header promises 4 lines more'],
		changes: [
			'-\tif (!(flags & FAULT_FLAG_RETRY_NOWAIT)) {',
			'+\tif (flags & FAULT_FLAG_RETRY_NOWAIT)',
			'+\t\treturn 0;',
			'+\telse {',
		],
		same: 'v4.20',
	},
	{
		file: 'one-upon-the-other.mbox',
		policy: 'rfc',
		words: [
			'the hunk at line 6 of the patch lands at mm/filemap.c:15',
			'the hunk at line 20 of the patch lands at mm/filemap.c:12',
			'the hunk at line 27 of the patch lands at mm/filemap.c:15',
		],
		changes: [
			'+static int may_retry(unsigned int flags)',
			'+{',
			'+\treturn (flags & FAULT_FLAG_ALLOW_RETRY) && !(flags & FAULT_FLAG_TRIED);',
			'+}',
			'+',
			'-\tif (flags & FAULT_FLAG_ALLOW_RETRY)',
			'+\tif (!!may_retry(flags))',
		],
	},
	{
		file: 'tabs-to-blanks.diff',
		policy: 'v4.20',
		words: [
			'the hunk at line 3 of the patch lands at arch/x86/mm/fault.c:25; white space made ours; its header promises 2 lines more',
		],
		changes: [
			'-\t\tflags &= ~FAULT_FLAG_ALLOW_RETRY;',
			'+\t\tif (flags & FAULT_FLAG_TRIED) {',
			'+\t\t\tflags &= ~FAULT_FLAG_ALLOW_RETRY;',
			'+\t\t}',
		],
	},
	{
		file: 'blanks-lost.txt',
		policy: 'v4.20',
		words: [
			'the hunk at line 3 of the patch lands at mm/filemap.c:41; white space made ours; its header promises 5 lines more',
		],
		changes: ['+\t\tif (flags & FAULT_FLAG_TRIED)', '+\t\t\tcheck_certain(flags);'],
	},
	{
		file: 'quoted-printable.mail',
		policy: 'rfc',
		words: ['the hunk at line 13 of the patch lands at mm/filemap.c:15'],
		changes: [
			'-\tif (flags & FAULT_FLAG_ALLOW_RETRY)',
			'+\tif ((flags & FAULT_FLAG_ALLOW_RETRY) && (flags & FAULT_FLAG_TRIED) == 0)',
		],
	},
	{
		file: 'page-source.html',
		policy: 'rfc',
		words: ['the hunk at line 5 of the patch lands at mm/filemap.c:15'],
		changes: [
			'-\tif (flags & FAULT_FLAG_ALLOW_RETRY)',
			'+\tif ((flags & FAULT_FLAG_ALLOW_RETRY) && (flags & FAULT_FLAG_TRIED) == 0)',
		],
	},
	{
		file: 'wrapped-behind-quoting.mail',
		policy: 'rfc',
		words: [
			'the hunk at line 8 of the patch lands at mm/filemap.c:15; 2 lines joined to the one above, which a mailer had wrapped',
		],
		changes: [
			'-\tif (flags & FAULT_FLAG_ALLOW_RETRY)',
			'+\tif ((flags & FAULT_FLAG_ALLOW_RETRY) && !(flags & FAULT_FLAG_TRIED))',
		],
	},
	{
		file: 'wrapped-before-quoting.mail',
		policy: 'rfc',
		words: [
			'the hunk at line 8 of the patch lands at mm/filemap.c:15; 3 lines joined to the one above, which a mailer had wrapped; 1 line of context dropped, not standing there',
		],
		changes: [
			'-\tif (flags & FAULT_FLAG_ALLOW_RETRY)',
			'+\tif ((flags & FAULT_FLAG_ALLOW_RETRY) && !(flags & FAULT_FLAG_TRIED) &&',
			'+\t    !(flags & FAULT_FLAG_RETRY_NOWAIT) && (flags & FAULT_FLAG_KILLABLE))',
		],
	},
	{
		file: 'does-not-compile.diff',
		policy: 'v4.20',
		words: ['the hunk at line 3 of the patch lands at mm/filemap.c:15'],
		changes: ['-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '+\tif (flags & TRIED)'],
		diagnostics: ["error: 'TRIED' is not declared"],
	},
];

test.each(landing)('$file lands over $policy', ({ file, policy, words, changes: expected, same, diagnostics = [] }) => {
	const landed = land(file, policy);
	expect(landingWords(landed)).toEqual(words);
	// A line that only lost its white space is not changed.
	expect(changes(landed.patch)).toEqual(expected);
	const patched = { ...eras(policy), patch: landed.patch };
	const told = compileModel(content, patched).diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
	expect(told).toEqual(diagnostics);
	if (same !== undefined) {
		expect(runnableModel(content, patched).digest).toBe(runnableModel(content, eras(same)).digest);
	}
});

/** Each fixture that is refused, with the words. */
const refused = [
	[
		'not-ours.mail',
		"line 5 of the patch: found '- if (flags & FAULT_FLAG_ALLOW_RETRIES)', which stands nowhere in mm/filemap.c (page lock v4.20, policy rfc); nearest to it is mm/filemap.c:15: 'if (flags & FAULT_FLAG_ALLOW_RETRY)'; write the line as it stands there",
	],
	[
		'two-places.diff',
		"line 5 of the patch: '- up_read(&mm->mmap_sem);' fits mm/filemap.c (page lock v4.20, policy rfc) in several places alike, at lines 23, 42; leave more of the lines around it, as they stand there",
	],
	[
		'other-files.diff',
		`it is for mm/shmem.c, drivers/gpu/drm/ttm/ttm_bo_vm.c, which the model does not have; the model's files are ${Object.keys(content.model).join(', ')}`,
	],
	[
		'prose.mail',
		"found no hunk in 8 lines, that is, no line that begins with '@@' and changes below it; paste a unified diff as 'git diff' makes it, with its '---', '+++' and '@@' lines",
	],
] as const;

test.each(refused)('%s is refused', (file, message) => {
	expect(() => land(file, 'rfc')).toThrow(expect.objectContaining({ name: 'PatchError', message }));
});

test('each fixture has its test', () => {
	const tested = [...landing.map(({ file }) => file), ...refused.map(([file]) => file)];
	expect(readdirSync(folder).sort()).toEqual(tested.sort());
});

test('a patch that is in already is refused, and told so', () => {
	expect(() => land('diff1-web-archive.mail', 'diff1-typed')).toThrow('what it adds stands there already');
});

test('the three forms of diff [1] get the verdicts of the thread', () => {
	const typed = verdicts(land('diff1-web-archive.mail', 'rfc').patch, 'rfc');
	expect(typed).toMatchObject({ 'no-warning': 'VIOLATED' });
	const parens = verdicts(land('diff1-parens-blanks.diff', 'rfc').patch, 'rfc');
	expect(parens).toMatchObject({ 'no-warning': 'VIOLATED' });
	const gate = verdicts(land('gate-of-v5.7.mail', 'rfc').patch, 'rfc');
	expect(gate).toMatchObject({ 'no-warning': 'HOLDS', 'no-misuse': 'HOLDS' });
});
