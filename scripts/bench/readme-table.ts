import { wrapText } from '../../src/experiment/text/wrap-text.ts';
import { figureText } from './figure-text.ts';
import { machineText, programsText, subjectText } from './head-text.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';

/** Of the README's text. */
const COLUMNS = 120;

const BEGIN = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

/** A line of the table: the figures of one kind, in the report's order. */
interface Line {
	readonly label: string;
	readonly part: string;
	readonly what: string;
	/** How the scenarios begin that are told; all if left out. */
	readonly of?: readonly string[];
}

const byThreads = (rules: string): Line => ({
	label: `Time to verdict, ${rules}: 2, 3, 4, 5, 6 threads`,
	part: 'verdict',
	what: 'time',
	of: [rules],
});

const lines: readonly Line[] = [
	{ label: 'Simulated events, 8 threads', part: 'simulation', what: 'events', of: ['any'] },
	{ label: 'Search, seven models of 5 or 6 threads: states', part: 'search', what: 'states' },
	{ label: 'The same: found, on one core', part: 'search', what: 'found' },
	{ label: 'The same: memory, at most on the way', part: 'search', what: 'at most' },
	byThreads('strict line, v4.20'),
	byThreads('strict line, rfc'),
	byThreads('kernel locks, v4.20'),
	byThreads('kernel locks, rfc'),
	{ label: 'The plain checker takes longer: strict line, v4.20 page lock', part: 'plain', what: 'plain / ours' },
	{
		label: 'Spin, compiler included, takes longer to its verdicts: 2, 4, 5 threads',
		part: 'spin',
		what: 'spin / ours',
	},
	{ label: 'The same, search for all states alone', part: 'spin', what: 'search, spin / ours' },
	{ label: 'From C to the first lasso, fresh process', part: 'lasso', what: 'the first time' },
	{
		label: 'HTML, scripts, styles: home, chapters 2 and 4, experiment, laboratory',
		part: 'weight',
		what: 'HTML, scripts, styles',
		of: ['home', 'chapter 2', 'chapter 4', 'experiment', 'laboratory'],
	},
	{ label: 'Switch to picture, slowed down 4 times: home, chapters 2 and 4', part: 'flip', what: 'time' },
];

/**
 * The README with the report's table in its place.
 *
 * @throws Error if the README has no such place, or if the report lacks a figure of the table
 */
export function withTable(readme: string, report: Report): string {
	const begin = readme.indexOf(BEGIN);
	const end = readme.indexOf(END);
	if (begin === -1 || end < begin) throw new Error(`README.md: expected ${BEGIN} and, below it, ${END}; put them back`);
	return `${readme.slice(0, begin)}${BEGIN}\n${tableText(report)}\n${readme.slice(end)}`;
}

function tableText(report: Report): string {
	const { date, machine, versions } = report;
	const head = [
		`Medians of ${date}: ${machineText(machine)}; ${programsText(versions)}; ${subjectText(versions)}.`,
		'All figures, with least and most, are in [docs/bench.json](docs/bench.json).',
	];
	return [
		...wrapText(head.join(' '), '', COLUMNS),
		'',
		'| What | Figure |',
		'|---|---|',
		...lines.map((line) => `| ${line.label} | ${figures(line, report)} |`),
	].join('\n');
}

/** As in '1.2 / 2.4 ms'. */
function figures({ label, part, what, of = [''] }: Line, { parts }: Report): string {
	const rows = parts.find(({ name }) => name === part)?.rows.filter((row) => row.what === what) ?? [];
	const told = of.flatMap((beginning) => {
		const found = rows.filter(({ scenario }) => scenario.startsWith(beginning));
		if (found.length > 0) return found;
		throw new Error(`the table's line '${label}' needs '${what}' of '${beginning}' in part '${part}'; measure it`);
	});
	const { unit } = told[0] as Row;
	return [told.map(figureText).join(' / '), unit].filter((text) => text !== '').join(' ');
}
