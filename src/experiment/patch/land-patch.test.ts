import { expect, test } from 'vitest';
import { landPatch } from './land-patch.ts';

const text = `int gate(int flags)
{
	if (flags & ALLOW)
		return polite(flags);

	/* Certain. */
	if (!(flags & KILLABLE)) {
		lock();
	} else if (lock_killable()) {
		up();
		return 0;
	}
	up();
	return 1;
}
`;
const files = [
	{ path: 'mm/a.c', text },
	{ path: 'mm/b.c', text: '/* Nothing yet. */\n' },
];

const hunk = (...lines: readonly string[]) => `--- a/mm/a.c\n+++ b/mm/a.c\n@@\n${lines.join('\n')}\n`;
const land = (pasted: string) => landPatch(pasted, files, 'this text');

/** The changed lines of the one diff. */
function changes(pasted: string): string[] {
	return land(pasted)
		.patch.split('\n')
		.filter((line) => /^[-+]/.test(line) && !/^(---|\+\+\+) /.test(line));
}

test.each([
	[
		'a brace that theirs has alone',
		['-\tif (flags & ALLOW) {', '+\tif ((flags & ALLOW) &&', '+\t    !(flags & TRIED)) {'],
		['-\tif (flags & ALLOW)', '+\tif ((flags & ALLOW) &&', '+\t    !(flags & TRIED))'],
	],
	[
		'a brace that ours has alone',
		['-\tif (!(flags & KILLABLE))', '+\tif (0)', ' \t\tlock();'],
		['-\tif (!(flags & KILLABLE)) {', '+\tif (0) {'],
	],
	[
		'two changes, with context between them that is not ours',
		['-\tif (flags & ALLOW)', '+\tif (0)', ' \tnot_ours();', '-\t\tlock();', '+\t\tlock(1);'],
		['-\tif (flags & ALLOW)', '+\tif (0)', '-\t\tlock();', '+\t\tlock(1);'],
	],
	[
		'a comment that is not ours beside a change',
		['-\t/* Theirs. */', '+\t/* Theirs, too. */', ' \tnot_ours();', '-\t\treturn polite(flags);'],
		['-\t\treturn polite(flags);'],
	],
	[
		'our comment beside a change',
		['-\t/* Certain. */', '+\t/* For sure. */', '-\tif (!(flags & KILLABLE)) {', '+\tif (1) {'],
		['-\t/* Certain. */', '-\tif (!(flags & KILLABLE)) {', '+\t/* For sure. */', '+\tif (1) {'],
	],
	[
		'an added function where no context is ours, its comment with it',
		[' theirs', '+/* New. */', '+static int added(void)', '+{', '+\treturn 0;', '+}', ' theirs'],
		['+/* New. */', '+static int added(void)', '+{', '+\treturn 0;', '+}'],
	],
	['one of two places, by what stands around it', ['-\tup();', ' \treturn 1;'], ['-\tup();']],
])('%s', (_, pasted, expected) => {
	expect(changes(hunk(...pasted))).toEqual(expected);
});

test.each([
	[
		['-\tif (flags & ALLOW) {', ' \tnot_ours();'],
		"line 4 of the patch: from '- if (flags & ALLOW) {' on, a line that is removed and its like in mm/a.c (this text), at line 3 or below, do not both open a block, and no added line stands for it; write it as it stands there",
	],
	[
		['-\tif (flags & ALLOW)', '-\treturn 1;'],
		"line 4 of the patch: the lines from '- if (flags & ALLOW)' on do not stand together in mm/a.c (this text); that one stands at line 3; make the hunk from that text",
	],
	[
		[' theirs();', '+\tadded();', ' theirs();'],
		"line 5 of the patch: '+ added();' is to be added where no line around it is one of mm/a.c (this text); leave a line of ours above or below it",
	],
	[
		['-\tup();'],
		"line 4 of the patch: '- up();' fits mm/a.c (this text) in several places alike, at lines 10, 13; leave more of the lines around it, as they stand there",
	],
	[
		['-\tif (flags & ALLOW)', '+\tif (0)', '@@', '-\tif (flags & ALLOW)', '+\tif (1)'],
		'line 6 of the patch: this hunk changes line 3 of mm/a.c, and so does the one at line 3; leave one of them out',
	],
	[['-\t/* Theirs. */'], "it changes comments alone, which do not stand in ours; the model's files are mm/a.c, mm/b.c"],
	[['-\tup();', '+\tup();', ' \treturn 1;'], 'it changes nothing over this text, white space apart; is it in already?'],
	[
		['-\treturn 7;'],
		/^line 4 of the patch: found '- return 7;', which stands nowhere .* nearest to it is mm\/a\.c:11: /,
	],
])('%j is refused', (pasted, message) => {
	expect(() => land(hunk(...pasted))).toThrow(
		expect.objectContaining({
			name: 'PatchError',
			message: typeof message === 'string' ? message : expect.stringMatching(message),
		}),
	);
});

test('a hunk that names no file and fits several is refused', () => {
	const twice = files.map(({ path }) => ({ path, text }));
	expect(() => landPatch('@@\n-\t\tlock();\n', twice, 'this text')).toThrow(
		"line 1 of the patch: this hunk names no file and fits mm/a.c and mm/b.c alike; put its '---' and '+++' lines above it",
	);
});

test('added lines get our white space where theirs is lost, by braces and branches', () => {
	const lost = [
		'-if (flags & ALLOW)',
		'+if (flags & ALLOW) {',
		'+if (x)',
		'+y();',
		'+else {',
		'+z();',
		'+}',
		'+}',
		'return polite(flags);',
	];
	expect(changes(hunk(...lost)).slice(1)).toEqual([
		'+\tif (flags & ALLOW) {',
		'+\t\tif (x)',
		'+\t\t\ty();',
		'+\t\telse {',
		'+\t\t\tz();',
		'+\t\t}',
		'+\t}',
	]);
});

const [narrow, rest] = ['static int gate_of_a_long_name(struct page *page, int flags, struct', 'mm_struct *mm)'];
const wide = `${narrow} ${rest}`;
const wideFiles = [{ path: 'mm/a.c', text: `${wide}\n{\n\treturn flags;\n}\n` }];

test.each([
	['removed', [`-${narrow}`, rest, '+int gate(int flags)']],
	['context', [' int other(void);', ` ${narrow}`, rest, ' {', '-\treturn flags;', '+\treturn 0;']],
])('a line that a mailer wrapped is whole again: %s', (kind, lines) => {
	const { patch, landed } = landPatch(hunk(...lines), wideFiles, 'this text');
	expect(landed).toMatchObject([{ joined: 1 }]);
	expect(patch).toContain(`${kind === 'removed' ? '-' : ' '}${wide}\n`);
});

test('what was wrapped where nobody can tell is refused, and told so', () => {
	const lines = ['-static int gate_of_a_long_name(struct', wide.slice(39), '+int gate(int flags)'];
	expect(() => landPatch(hunk(...lines), wideFiles, 'this text')).toThrow(
		"line 4 of the patch: found '-static int gate_of_a_long_name(struct', with which mm/a.c:1 begins: its rest seems wrapped to the line below; join the two",
	);
});

test('a remark right below a long line, and context that lost its blank, are joined to nothing', () => {
	const added = '+\tif (((flags & ALLOW) != 0) && ((flags & KILLABLE) != 0)) { up(); }';
	const remark = `> --- a/mm/a.c\n> +++ b/mm/a.c\n> @@ -3,2 +3,2 @@\n> -\tif (flags & ALLOW)\n> ${added}\nWhy this?\n> \t\treturn polite(flags);\n`;
	expect(changes(remark)).toEqual(['-\tif (flags & ALLOW)', added]);
	const lost = [
		'-\tif (flags & ALLOW)',
		'+\tif (((flags & ALLOW) != 0) && ((flags & KILLABLE) != 0))',
		'return polite(flags);',
	];
	expect(changes(hunk(...lost)).join('')).not.toContain('polite');
});

test('a text beyond the bounds is refused at once', () => {
	expect(() => land('x'.repeat(262_145))).toThrow(
		'found 262145 characters, expected at most 262144; paste the hunks alone',
	);
	expect(() => land(hunk(...new Array(5001).fill('+x')))).toThrow(
		/^found 1 hunks of 5001 lines together, expected at most /,
	);
	expect(() => land('@@\n-x\n'.repeat(1001))).toThrow(
		/^found 1001 hunks of 1001 lines together, expected at most 1000 /,
	);
	// As many as may be, each on top of the one before.
	const many = hunk(' \t/* Certain. */', '+\tx();').repeat(1000);
	expect(land(many).landed).toHaveLength(1000);
});
