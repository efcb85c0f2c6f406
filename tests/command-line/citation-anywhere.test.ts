import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'citation-'));
const mail = path.join(folder, 'citation.txt');
const patch = 'tests/fixtures/patches/diff1-web-archive.mail';

function shell(command: string, cwd: string, input = '') {
	return spawnSync('sh', ['-c', command], { cwd, input, encoding: 'utf8' });
}

let citation = '';
/** What the citation tells its reader to type, saved as it says. */
let commands: readonly string[] = [];

beforeAll(() => {
	const cite = `bin/polite cite unlucky --policy rfc --patch ${patch} --of victim-completes`;
	citation = shell(cite, root).stdout;
	writeFileSync(mail, citation.replace(/^/gm, '> > > '));
	const told = /^Again, in a clone at v[\d.]+, .*:\n((?: {2}.*\n)+)/m.exec(citation)?.[1] ?? '';
	commands = told.replaceAll('\\\n', '').trim().split('\n');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('where there is no clone the commands do nothing: nothing is fetched, nothing is found', () => {
	expect(commands).toHaveLength(2);
	const empty = mkdtempSync(path.join(tmpdir(), 'empty-'));
	for (const command of commands) {
		expect(command.trim()).toMatch(/^bin\/polite (check|verify) /);
		const { status, stdout, stderr } = shell(command, empty);
		expect([status, stdout]).toEqual([127, '']);
		expect(stderr).toMatch(/bin\/polite/);
	}
	expect(readdirSync(empty)).toEqual([]);
	rmSync(empty, { recursive: true });
});

test('in a clone they find what is cited, and confirm it', () => {
	const [check = '', verify = ''] = commands.map((command) => command.replace('citation.txt', mail));
	const again = shell(check, root);
	const digest = /^Digest: (\w+)$/m.exec(citation)?.[1] as string;
	expect(again.stdout).toContain(`, digest ${digest}\n`);
	expect(again.status).toBe(1);
	expect(shell(verify, root)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^CONFIRMED: /) });
});

test('a mail comes in by standard input, with the worst answer of several', { timeout: 120_000 }, () => {
	const small = shell('bin/polite cite --victims 1 --lockers 1 --policy rfc --of victim-completes', root).stdout;
	const changed = small.replace('VIOLATED', 'HOLDS');
	const verify = (text: string) => shell('bin/polite verify -', root, text);
	expect(verify(small).status).toBe(0);
	expect(verify(small + changed).status).toBe(1);
	expect(verify(small.replace('Engine: 1', 'Engine: 0') + small).status).toBe(4);
	expect(verify(changed + small.replace(/^Link.*\n/m, '')).status).toBe(2);
	const { stdout } = verify(small + changed);
	expect(stdout.match(/^[A-Z]+(?=: the citation at line \d+$)/gm)).toEqual(['CONFIRMED', 'REFUTED']);
	expect(stdout).toContain(
		"It says 'victim-completes HOLDS, for victim'; here the answer is\n  'victim-completes VIOLATED, for victim'.",
	);
});

test('a link cites the same to the byte as the name and options that it stands for', { timeout: 60_000 }, () => {
	const named = shell('bin/polite cite unlucky --policy rfc --of victim-completes', root).stdout;
	const link = /^Link: (.*)$/m.exec(named)?.[1] as string;
	expect(shell(`bin/polite cite '${link}'`, root).stdout).toBe(named);
	const env = 'SITE_URL=https://example.org SITE_BASE=/notebook';
	expect(shell(`${env} bin/polite cite '${link}'`, root).stdout).toBe(
		named.replace('Link: ', 'Link: https://example.org/notebook/'),
	);
});
