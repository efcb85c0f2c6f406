// Asks Lighthouse about the built site, one page of each kind, as a phone and as a desktop: its scores, and each audit
// that was not passed in full.
//   npm run lighthouse -- [--only NAME] [--json FILE]
// NAME is a part of the pages' addresses. Reads dist/, so build it first. Lighthouse is no package of the notebook's:
// npx fetches it, this version and no other, once. Judges nothing: exit code 1 only if a page could not be asked about.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { staticServer } from '../src/cli/static-server.ts';
import { pageKinds } from '../tests/browser/support/page-kinds.ts';
import { findBrowser } from './find-browser.mjs';

const VERSION = '13.5.0';
const presets = { phone: [], desktop: ['--preset=desktop'] };

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, json: { type: 'string' } } });
const pages = pageKinds.filter((address) => address.includes(values.only));

const browser = await findBrowser();
const server = staticServer('dist', '/');
await once(server.listen(0, '127.0.0.1'), 'listening');
const folder = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));

const results = [];
for (const address of pages) {
	for (const preset of Object.keys(presets)) {
		const result = await ask(address, preset);
		results.push(result);
		console.log(line([address || 'home', preset, ...Object.entries(result.scores).flat()]));
	}
}
tell();
if (values.json !== undefined)
	writeFileSync(values.json, `${JSON.stringify({ lighthouse: VERSION, results }, null, '\t')}\n`);
rmSync(folder, { recursive: true });
server.close();

/** Runs Lighthouse once; returns the scores from 0 to 100 by category, and the audits below 1 in words. */
async function ask(address, preset) {
	const file = path.join(folder, 'report.json');
	const url = `http://127.0.0.1:${server.address().port}/${address}`;
	const flags = ['--quiet', '--output=json', `--output-path=${file}`, '--chrome-flags=--headless=new --no-sandbox'];
	const child = spawn('npx', ['--yes', `lighthouse@${VERSION}`, url, ...flags, ...presets[preset]], {
		env: { ...browser.env, CHROME_PATH: browser.executablePath },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let complaints = '';
	child.stderr.on('data', (text) => {
		complaints += text;
	});
	const [status] = await once(child, 'close');
	if (status !== 0) {
		process.exitCode = 1;
		return { address, preset, scores: {}, below: [`not asked about: ${complaints.trim().slice(-300)}`] };
	}
	const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'));
	const scores = Object.entries(categories).map(([name, { score }]) => [
		name,
		score === null ? null : Math.round(score * 100),
	]);
	const below = Object.values(audits)
		.filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative')
		.map(({ id, score, displayValue }) => [id, score, displayValue].filter((part) => part !== undefined).join(' '));
	return { address, preset, scores: Object.fromEntries(scores), below };
}

/** What was not passed in full, audit by audit, and where. */
function tell() {
	const places = new Map();
	for (const { address, preset, below } of results) {
		for (const finding of below) {
			const [audit] = finding.split(' ', 1);
			const told = `${address || 'home'} (${preset})${finding.slice(audit.length)}`;
			places.set(audit, [...(places.get(audit) ?? []), told]);
		}
	}
	console.log(places.size === 0 ? '\nNo audit is below 1.' : '\nBelow 1, with score and what Lighthouse says of it:');
	for (const [audit, where] of [...places].sort())
		console.log(`  ${audit}: ${where.length} of ${results.length}\n    ${where.join('\n    ')}`);
}

function line(parts) {
	const [address, preset, ...scores] = parts;
	const told = scores.map((part, index) => (index % 2 === 0 ? `${part}` : `${part ?? '-'}`.padStart(3)));
	return `${address.padEnd(40)} ${preset.padEnd(8)} ${told.join(' ')}`;
}
