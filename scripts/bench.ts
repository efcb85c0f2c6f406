/*
 * How fast the engine is on this machine, and what the built site weighs and takes in a browser:
 *
 *     npm run bench                          all parts, as text, in some five minutes
 *     npm run bench -- --only PART           one part alone; may be given several times
 *     npm run bench -- --json [FILE]         the same as JSON, into a file beside the text, or instead of it
 *     npm run bench -- --readme              also into docs/bench.json and the table in README.md
 *     npm run bench -- --from FILE [...]     measures nothing; takes what --json wrote
 *
 * The shape of the JSON is `Report` in scripts/bench/report.ts. Parts run one after the other, each in a process of its
 * own: what one part has made the compiler believe shall not slow down the next. What is stated as a ratio was measured
 * side by side. A part that cannot be measured here (no spin, no browser, nothing built) says so. Machines differ, and
 * so does one machine from minute to minute; so it judges nothing: exit 0, with a word where less was reached than was
 * aimed at; 1 if a part fails.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatTable } from './bench/format-table.ts';
import { machine } from './bench/machine.ts';
import { measureParts } from './bench/measure-parts.ts';
import type { Part } from './bench/part.ts';
import { parts } from './bench/parts.ts';
import { withTable } from './bench/readme-table.ts';
import type { Report } from './bench/report.ts';
import { versions } from './bench/versions.ts';

const root = path.join(import.meta.dirname, '..');

try {
	await main();
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: {
			only: { type: 'string', multiple: true },
			json: { type: 'boolean', default: false },
			readme: { type: 'boolean', default: false },
			from: { type: 'string' },
		},
		allowPositionals: true,
	});
	const [file] = positionals;
	if (positionals.length > (values.json ? 1 : 0)) {
		throw new Error(`found '${positionals.at(-1)}', which belongs to no option; scripts/bench.ts says what there is`);
	}
	const report = values.from === undefined ? await measure(values.only) : readReport(values.from);
	const json = `${JSON.stringify(report, null, '\t')}\n`;
	if (file !== undefined) writeFileSync(file, json);
	process.stdout.write(values.json && file === undefined ? json : formatTable(report));
	if (values.readme) writeReadme(report, json);
}

async function measure(names: readonly string[] | undefined): Promise<Report> {
	const wanted = names?.map(partNamed) ?? parts;
	return {
		format: 1,
		date: new Date().toISOString().slice(0, 10),
		machine: machine(),
		versions: await versions(),
		parts: await measureParts(wanted),
	};
}

function partNamed(name: string): Part {
	const found = parts.find((part) => part.name === name);
	if (found !== undefined) return found;
	throw new Error(`--only: found '${name}', expected one of ${parts.map((part) => part.name).join(', ')}`);
}

function readReport(file: string): Report {
	const report: Report = JSON.parse(readFileSync(file, 'utf8'));
	if (report.format === 1) return report;
	throw new Error(`${file}: found format ${report.format}, expected 1; measure anew`);
}

/** The table first: where the report lacks a figure of it, nothing is written. */
function writeReadme(report: Report, json: string): void {
	const readme = path.join(root, 'README.md');
	writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), report));
	writeFileSync(path.join(root, 'docs', 'bench.json'), json);
}
