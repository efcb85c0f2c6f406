import { expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { type Eras, modelFiles } from './eras.ts';

const model = { 'mm/a.c': 'one\ntwo\nthree\n', 'mm/b.c': 'four\n' };
const eras: Eras = { policy: 'new', 'page-lock': 'old' };

function diff(path: string, from: string, to: string): string {
	return `--- a/${path}\n+++ b/${path}\n@@ -1,3 +1,3 @@\n one\n-${from}\n+${to}\n three\n`;
}

function files(policy: string, pageLock = '') {
	return modelFiles({ model, eras: { 'policy/new': policy, 'page-lock/old': pageLock } }, eras);
}

test('an empty diff leaves the model as it is', () => {
	expect(files('')).toEqual([
		{ path: 'mm/a.c', text: 'one\ntwo\nthree\n' },
		{ path: 'mm/b.c', text: 'four\n' },
	]);
});

test('the policy is laid over the page lock', () => {
	expect(files(diff('mm/a.c', 'second', 'zwei'), diff('mm/a.c', 'two', 'second'))[0]?.text).toBe('one\nzwei\nthree\n');
});

test('a diff that does not fit is refused with file and hunk', () => {
	expect(() => files(diff('mm/a.c', 'too', 'zwei'))).toThrow(
		/^policy\/new: hunk 1 of 1 \(line 1\) does not fit mm\/a\.c;/,
	);
});

test('a diff of a file that is not there is refused', () => {
	expect(() => files(diff('mm/c.c', 'two', 'zwei'))).toThrow(
		"policy/new: changes 'mm/c.c', which the model does not have; its files are mm/a.c, mm/b.c",
	);
});

test('a text that is no diff is refused', () => {
	expect(() => files('--- a/mm/a.c\n+++ b/mm/a.c\n@@ -1,3 +1,3 @@\n one\n')).toThrow(
		/^policy\/new: not a unified diff: /,
	);
});

test('an era that is not there is refused', () => {
	expect(() => modelFiles({ model, eras: {} }, eras)).toThrow("no era 'page-lock/old'");
});

test('every era says what it stands for, and all but v4.20 change something', () => {
	for (const [name, text] of Object.entries(readContent().eras)) {
		expect(text, name).toMatch(/^Stands for: \S.*\n/);
		if (!name.endsWith('/v4.20')) expect(text, name).toMatch(/^@@ /m);
	}
});
