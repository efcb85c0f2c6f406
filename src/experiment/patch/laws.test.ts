import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import type { SourceFile } from '../../engine/c/source.ts';
import { eraNames } from '../content.ts';
import { eraFiles } from '../eras.ts';
import { canonicalDiff } from './canonical-diff.ts';
import { landPatch } from './land-patch.ts';
import { isSilent, squeezed } from './line-likeness.ts';
import { PatchError } from './patch-error.ts';

const content = readContent();
const RUNS = 300;

const eras = fc.record({
	'page-lock': fc.constantFrom(...eraNames(content, 'page-lock')),
	policy: fc.constantFrom(...eraNames(content, 'policy')),
});

const newLine = fc.oneof(
	fc.constantFrom(
		'',
		'\treturn 0;',
		'\t}',
		'\t\tup_read(&mm->mmap_sem);',
		'/* A remark. */',
		'\tif (x) {',
		'-- ',
		'+',
		'-',
	),
	fc.string({ maxLength: 30 }).map((text) => `\t${text.replaceAll(/[\s\u00a0\ufeff]/g, ' ')}`),
);

interface Edit {
	readonly file: number;
	readonly line: number;
	readonly removed: number;
	readonly added: readonly string[];
}

const edits = fc.array(
	fc.record({
		file: fc.nat(20),
		line: fc.nat(200),
		removed: fc.nat(3),
		added: fc.array(newLine, { maxLength: 4 }),
	}),
	{ minLength: 1, maxLength: 4 },
);

function edited(files: readonly SourceFile[], list: readonly Edit[]): SourceFile[] {
	return list.reduce(
		(texts: SourceFile[], { file, line, removed, added }) => {
			const at = file % texts.length;
			return texts.map((each, index) => {
				if (index !== at) return each;
				const lines = each.text.replace(/\n$/, '').split('\n');
				lines.splice(line % (lines.length + 1), removed, ...added);
				return { ...each, text: lines.map((text) => `${text}\n`).join('') };
			});
		},
		[...files],
	);
}

/** Random work on the model under some eras. */
const works = fc.record({ eras, edits });

type Work = typeof works extends fc.Arbitrary<infer Kind> ? Kind : never;

/** What it starts from and comes to, with the canonical diff; a work that changes nothing is none. */
function done({ eras, edits }: Work) {
	const files = eraFiles(content, eras);
	const after = edited(files, edits);
	const patch = canonicalDiff(files, after);
	fc.pre(patch !== '');
	return { files, after, patch };
}

const prose = fc.array(
	fc.constantFrom('On Monday somebody wrote:', 'I see.', '- a remark', '+1', '> so?', '* a list'),
	{
		maxLength: 4,
	},
);

const damages = fc.record({
	quoting: fc.array(fc.constantFrom('> ', '>', '> > ', '>>> '), { maxLength: 2 }).map((marks) => marks.join('')),
	lineEnd: fc.constantFrom('\n', '\r\n'),
	before: prose,
	after: prose,
	tab: fc.constantFrom('\t', '        ', '    '),
	isTrimmed: fc.boolean(),
});

type Damage = typeof damages extends fc.Arbitrary<infer Kind> ? Kind : never;

function damaged(patch: string, { quoting, lineEnd, before, after, tab, isTrimmed }: Damage): string {
	const body = patch
		.split('\n')
		.slice(0, -1)
		.map((line) => line.replaceAll('\t', tab));
	return [...before, '', ...body, '', ...after]
		.map((line) => quoting + line)
		.map((line) => (isTrimmed ? line.trimEnd() : line))
		.join(lineEnd);
}

test('a canonical diff lands to the letter, and its landing makes it again', () => {
	fc.assert(
		fc.property(works, (work) => {
			const { files, after, patch } = done(work);
			const landing = landPatch(patch, files, 'these eras');
			expect(landing.files).toEqual(after);
			expect(landing.patch).toBe(patch);
			expect(landing.landed.every(({ dropped, mended, missing }) => dropped === 0 && !mended && missing === 0)).toBe(
				true,
			);
		}),
		{ numRuns: RUNS },
	);
});

test('a canonical diff, damaged on its way, lands to the same text, white space apart, or is refused by name', () => {
	let landed = 0;
	let refused = 0;
	fc.assert(
		fc.property(works, damages, (work, damage) => {
			const { files, after, patch } = done(work);
			try {
				const landing = landPatch(damaged(patch, damage), files, 'these eras');
				landed++;
				const isExact = damage.tab === '\t' && !damage.isTrimmed && !damage.quoting.endsWith('>');
				const text = (texts: readonly SourceFile[]) => texts.map((each) => (isExact ? each.text : bare(each.text)));
				expect(text(landing.files)).toEqual(text(after));
			} catch (error) {
				if (!(error instanceof PatchError)) throw error;
				refused++;
			}
		}),
		{ numRuns: RUNS },
	);
	expect(refused).toBeLessThan(landed / 10);
});

const longLine = fc.constantFrom(
	'\tif ((flags & FAULT_FLAG_ALLOW_RETRY) && !(flags & FAULT_FLAG_TRIED) && (flags & FAULT_FLAG_KILLABLE))',
	'\tstatic int a_function_of_many_parameters(struct page *page, struct mm_struct *mm, unsigned int flags)',
	'\t\t\tif (try_to_take_the_lock_of_the_page(page) == 0 && is_still_in_the_cache(page, flags))',
	'\tshort(page);',
);

test('what a mailer wrapped, before it was quoted or after, is the same C again or is refused by name', () => {
	let landed = 0;
	let refused = 0;
	const place = fc.record({
		file: fc.nat(20),
		line: fc.nat(200),
		added: fc.array(longLine, { minLength: 1, maxLength: 3 }),
	});
	const wrap = fc.record({
		width: fc.constantFrom(66, 72, 76),
		before: fc.boolean(),
		quoting: fc.constantFrom('', '> ', '> > '),
	});
	fc.assert(
		fc.property(eras, place, wrap, (eras, { file, line, added }, { width, before, quoting }) => {
			const files = eraFiles(content, eras);
			const at = file % files.length;
			const code = codeLines(files[at]?.text ?? '');
			const target = code[line % code.length] as number;
			const after = edited(files, [{ file: at, line: target, removed: 1, added }]);
			const patch = canonicalDiff(files, after).split('\n').slice(0, -1);
			const mail = before
				? patch.flatMap((each) => wrapped(each, width)).map((each) => quoting + each)
				: patch.flatMap((each) => wrapped(quoting + each, width));
			try {
				const landing = landPatch(mail.join('\n'), files, 'these eras');
				landed++;
				expect(landing.files.map(({ text }) => bare(text))).toEqual(after.map(({ text }) => bare(text)));
			} catch (error) {
				if (!(error instanceof PatchError)) throw error;
				refused++;
			}
		}),
		{ numRuns: RUNS },
	);
	expect(refused).toBeLessThan(landed / 10);
});

/** The numbers, from 0, of the lines that hold more than comment. */
function codeLines(text: string): number[] {
	return text.split('\n').flatMap((each, index) => (isSilent(each) ? [] : [index]));
}

/** As a mailer does it: at the last blank that is left of the width, a tab counted as one. */
function wrapped(line: string, width: number): string[] {
	const at = line.length <= width ? -1 : line.lastIndexOf(' ', width);
	if (
		at <= 0 ||
		line
			.slice(0, at)
			.replace(/^[> ]*[-+]?/, '')
			.trim() === ''
	)
		return [line];
	return [line.slice(0, at), ...wrapped(line.slice(at + 1), width)];
}

/** A text line by line, white space apart. */
function bare(text: string): string {
	return text.split('\n').map(squeezed).join('\n');
}

test('whatever is pasted, it lands or is refused by name', () => {
	const line = fc.oneof(
		fc.constantFrom(
			'--- a/mm/filemap.c',
			'+++ b/mm/filemap.c',
			'@@',
			'@@ -1,2 +1,2 @@',
			'@@ -14 +14,3 @@ x',
			' {',
			'-{',
			'+{',
			'}',
			'-- ',
		),
		fc.constantFrom(
			'-\tif (flags & FAULT_FLAG_ALLOW_RETRY) {',
			'+\tif (x) {',
			'+/* x */',
			'-\treturn 0;',
			'> @@',
			'>> +x',
			'',
		),
		fc.string({ maxLength: 12 }),
	);
	fc.assert(
		fc.property(eras, fc.array(line, { maxLength: 40 }), (eras, lines) => {
			const files = eraFiles(content, eras);
			try {
				const { patch } = landPatch(lines.join('\n'), files, 'these eras');
				expect(landPatch(patch, files, 'these eras').patch).toBe(patch);
			} catch (error) {
				if (!(error instanceof PatchError)) throw error;
			}
		}),
		{ numRuns: RUNS },
	);
});
