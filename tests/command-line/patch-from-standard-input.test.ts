import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const mail = readFileSync(path.join(root, 'tests', 'fixtures', 'patches', 'diff1-web-archive.mail'), 'utf8');

function polite(args: string, input: string) {
	return spawnSync(process.execPath, [path.join(root, 'bin', 'polite'), ...args.split(' ')], {
		input,
		encoding: 'utf8',
	});
}

test('a mail on standard input is laid over the model, and the result holds the patch in its one form', () => {
	const { status, stdout, stderr } = polite('run --victims 1 --duration-ms 1 --policy rfc --patch - --json', mail);
	expect(status).toBe(0);
	expect(stderr.split('\n')).toEqual([
		expect.stringMatching(/^polite: the hunk at line 6 of the patch lands at mm\/filemap\.c:14; /),
		expect.stringMatching(/^polite: warning: mm\/filemap\.c:14:6: C reads !flags & FAULT_FLAG_TRIED as /),
		expect.stringMatching(/^polite: warning: mm\/filemap\.c:14:6: !flags & FAULT_FLAG_TRIED is always false/),
		'',
	]);
	const { patch } = JSON.parse(stdout).recipe;
	expect(patch).toMatch(/^--- a\/mm\/filemap\.c\n\+\+\+ b\/mm\/filemap\.c\n@@ -11,7 \+11,7 @@\n/);
	expect(patch).toContain('\n-\tif (flags & FAULT_FLAG_ALLOW_RETRY)\n+\tif (!flags & FAULT_FLAG_TRIED)\n');

	const again = polite('run --victims 1 --duration-ms 1 --policy rfc --patch - --json', patch);
	expect(again.stdout).toBe(stdout);
	expect(again.stderr).toMatch(/^polite: the hunk at line 3 of the patch lands at mm\/filemap\.c:14\n/);
});

test('nothing on standard input is refused', () => {
	const { status, stdout, stderr } = polite('check --victims 1 --patch -', '');
	expect([status, stdout]).toEqual([2, '']);
	expect(stderr).toMatch(/^polite: --patch -: found no hunk in 1 lines, /);
});
