import { COLUMNS } from '../../src/cli/wrap.ts';
import { wrapText } from '../../src/experiment/text/wrap-text.ts';
import { figureWithSpread } from './figure-text.ts';
import { machineText, programsText, subjectText } from './head-text.ts';
import type { PartReport, Report } from './report.ts';
import { isMissed, type Row } from './row.ts';

const GAP = '  ';

/** A column: all figures of one kind. */
interface Column {
	readonly head: readonly string[];
	/** By scenario. */
	readonly cells: ReadonlyMap<string, string>;
	readonly width: number;
}

/** The report as text, a table a part: a line a scenario, a column what was measured. */
export function formatTable({ date, machine, versions, parts }: Report): string {
	const head = [
		`Measured on ${date}: ${subjectText(versions)}`,
		machineText(machine),
		programsText(versions),
		'Where it differs from time to time: the median (least-most), to two digits.',
	];
	const lines = head.flatMap((text) => wrapText(text, '', COLUMNS));
	return `${[lines.join('\n'), ...parts.map(partText)].join('\n\n')}\n`;
}

function partText({ name, title, skipped, rows }: PartReport): string {
	const heading = `${title} [${name}]`;
	if (skipped !== null) return `${heading}\n  not measured: ${skipped}`;
	const columns = unique(rows.map(({ what }) => what)).map((what) => columnOf(rows.filter((row) => row.what === what)));
	const scenarios = unique(rows.map(({ scenario }) => scenario));
	const room = COLUMNS - columns.reduce((sum, { width }) => sum + GAP.length + width, 0);
	// A longer name stands on a line of its own, above its figures.
	const isShort = ({ length }: string) => GAP.length + length <= room;
	const label = Math.max(...scenarios.filter(isShort).map(({ length }) => GAP.length + length), 2 * GAP.length);
	const height = Math.max(...columns.map(({ head }) => head.length));
	const headLines = Array.from({ length: height }, (_, line) =>
		lineOf('', label, columns, ({ head }) => head[line - height + head.length]),
	);
	const lines = scenarios.flatMap((scenario) => {
		const cells = (name: string) => lineOf(name, label, columns, (column) => column.cells.get(scenario));
		return isShort(scenario) ? [cells(scenario)] : [GAP + scenario, cells('')];
	});
	return [heading, ...headLines, ...lines, ...missedLines(rows)].join('\n');
}

function columnOf(rows: readonly Row[]): Column {
	const cells = new Map(rows.map((row) => [row.scenario, figureWithSpread(row)]));
	const [{ what, unit, spread }] = rows as readonly [Row];
	const counts = unique(rows.map((row) => row.spread?.of));
	const notes = [unit, counts.length === 1 && spread !== null ? `of ${spread.of}` : ''].filter((note) => note !== '');
	const words = [...what.split(' '), ...notes, ...cells.values()];
	const width = Math.max(...words.map(({ length }) => length));
	return { head: [...wrapText(what, '', width), ...notes], cells, width };
}

function lineOf(
	label: string,
	width: number,
	columns: readonly Column[],
	cell: (column: Column) => string | undefined,
): string {
	const cells = columns.map((column) => GAP + (cell(column) ?? '').padStart(column.width));
	return (GAP + label)
		.slice(0, width)
		.padEnd(width)
		.concat(...cells)
		.trimEnd();
}

/** A line for each aim of a column that some of its figures miss. */
function missedLines(rows: readonly Row[]): string[] {
	const missed = rows.filter(isMissed);
	const aims = unique(missed.map((row) => aimText(row)));
	return aims.map((aim) => {
		const count = (some: readonly Row[]) => some.filter((row) => row.aim !== null && aimText(row) === aim).length;
		return `  MISSED by ${count(missed)} of ${count(rows)}: ${aim} was aimed at.`;
	});
}

function aimText({ what, unit, aim }: Row): string {
	const bound = aim !== null && 'atLeast' in aim ? `at least ${aim.atLeast}` : `at most ${aim?.atMost}`;
	return `${what}, ${bound} ${unit}`;
}

function unique<Value>(values: readonly Value[]): Value[] {
	return [...new Set(values)];
}
