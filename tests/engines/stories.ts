import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Content } from '../../src/experiment/content.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { run } from '../../src/experiment/run.ts';
import type { Reader } from './reader.ts';

// Three readers' ways, as tests/browser/stories.base.spec.ts goes them in Chromium; here without the clipboard, and with
// lists turned from outside. Each throws when it cannot go on.

const root = path.join(import.meta.dirname, '..', '..');

const button = (words: string) => ({ selector: 'button', words });
const policy = { selector: 'select[aria-label="policy"]' };
const digest = { selector: '.lab-run[data-side=a] .lab-digest' };
const small = { selector: '.lab-small' };
const verdict = { selector: '.lab-small .verdict-word' };

/** A reader's way through the site at an address, and what it is a way of. */
export const stories: Readonly<Record<string, (reader: Reader, site: string, content: Content) => Promise<void>>> = {
	'flip, open in the laboratory, hand on the link': handOnLink,
	'paste a mail, cite, verify': pasteAndCite,
	'write a policy of one’s own': writePolicy,
};

async function handOnLink(reader: Reader, site: string, content: Content): Promise<void> {
	await reader.open(`${site}chapters/unlucky/`);
	const line = { selector: '.run-line' };
	await reader.tabTo({ selector: '[role=combobox]' });
	await reader.press('ArrowDown');
	await reader.sees(line, 'policy rfc');
	await reader.press('ArrowDown');
	await reader.sees(line, 'policy v5.7');
	await reader.tabTo({ selector: '.run-line a[href*="/lab/"]' });
	await reader.press('Enter');
	await reader.sees({ selector: '.lab-opened' }, 'on the same model');
	await reader.tabTo({ selector: '[aria-label="lockers"]' });
	await reader.press('ArrowUp');
	const unlucky = namedExperiments(content).find(({ name }) => name === 'unlucky');
	if (unlucky === undefined) throw new Error('there is no experiment unlucky');
	const found = run({ ...unlucky.recipe, policy: 'v5.7', lockers: 3 }, content).digest;
	await reader.sees(digest, found);
	await reader.tabTo(button('Copy link'));
	await reader.press('Enter');
	const said = await reader.sees({ selector: '.lab-said' }, '/x/unlucky/#v=1&policy=v5.7&lockers=3&');
	const [link] = /http:\S+/.exec(said) ?? [];
	if (link === undefined) throw new Error(`no link in '${said}'`);
	await leave(reader, site);
	await reader.open(link.replace('/x/', '/lab/#x/'));
	await reader.sees({ selector: '.lab-opened' }, `As the link promised: ${found.slice(0, 8)}, on the same model`);
}

async function pasteAndCite(reader: Reader, site: string): Promise<void> {
	await openLaboratory(reader, site);
	await reader.tabTo({ selector: '.lab-paste summary' });
	await reader.press('Enter');
	const field = { selector: '.lab-paste textarea' };
	// It comes when it is asked for; who tabs on meanwhile leaves the page.
	await reader.sees(field, '');
	await reader.tabTo(field);
	await reader.insert(readFileSync(path.join(root, 'tests', 'fixtures', 'patches', 'diff1-web-archive.mail'), 'utf8'));
	await reader.tabTo(button('Lay it over the C'));
	await reader.press('Enter');
	await reader.sees({ selector: '.lab-landed' }, 'lands at mm/filemap.c');
	await reader.sees({ selector: '.lab-diagnostics' }, 'C reads !flags & FAULT_FLAG_TRIED as');
	await reader.sees(small, 'no-warning VIOLATED');
	await reader.choose({ selector: 'section[aria-labelledby=lab-share] select' }, 'small no-warning');
	await reader.tabTo({ selector: 'section[aria-labelledby=lab-share] button', words: 'Cite' });
	await reader.press('Enter');
	const citation = await reader.sees({ selector: '.lab-citation' }, 'Answer: no-warning VIOLATED');
	const reply = (text: string) => `On Friday a reader wrote:\n${text.replace(/^/gm, '> ')}\nReally?\n`;
	expectAnswer(reply(citation), 'CONFIRMED');
	expectAnswer(reply(citation.replaceAll('VIOLATED', 'HOLDS')), 'REFUTED');
}

async function writePolicy(reader: Reader, site: string): Promise<void> {
	await openLaboratory(reader, site);
	await reader.tabTo(button('Edit the C'));
	await reader.press('Enter');
	await reader.sees(verdict, 'VIOLATED');
	const editor = { selector: '.lab-editor-place' };
	await reader.tabTo(editor);
	const line = (await reader.linesOf(editor)).indexOf('\tif (flags & FAULT_FLAG_ALLOW_RETRY)');
	if (line < 0) throw new Error('the editor does not show the gate');
	await reader.press('Control+Home');
	await reader.press('ArrowDown', line);
	await reader.press('End');
	await reader.press('Backspace');
	await reader.type(' && !(flags & FAULT_FLAG_TRYED))');
	await reader.sees({ selector: '.lab-diagnostics' }, 'did you mean FAULT_FLAG_TRIED?');
	await reader.press('ArrowLeft', 4);
	await reader.press('Backspace');
	await reader.type('I');
	await reader.sees(verdict, 'HOLDS');
	await reader.sees({ selector: '.lab-diff' }, '+	if (flags & FAULT_FLAG_ALLOW_RETRY && !(flags & FAULT_FLAG_TRIED))');
}

/** What is opened next is opened as by somebody else. */
async function leave(reader: Reader, site: string): Promise<void> {
	await reader.open(`${site}claims/`);
	await reader.forget();
}

async function openLaboratory(reader: Reader, site: string): Promise<void> {
	await leave(reader, site);
	await reader.open(`${site}lab/`);
	await reader.sees(digest, /^[0-9a-f]{16}$/);
	await reader.choose(policy, 'rfc');
	await reader.sees({ selector: '.lab-run .run-command' }, '--policy rfc');
}

/** What `bin/polite verify -` says of a mail must be so. */
function expectAnswer(mail: string, wanted: string): void {
	const { stdout } = spawnSync(process.execPath, ['bin/polite', 'verify', '-'], {
		cwd: root,
		input: mail,
		encoding: 'utf8',
	});
	if (!stdout.startsWith(wanted)) throw new Error(`verify should say ${wanted}, says ${stdout.slice(0, 300)}`);
}
