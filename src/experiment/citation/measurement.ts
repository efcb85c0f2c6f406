import type { ActorEstimates } from '../actor-estimates.ts';
import type { Estimate } from '../estimate.ts';
import type { RunResult } from '../run.ts';
import { formatNumber, formatTime } from '../text/format.ts';
import { type Cell, cell, tableLines } from '../text/table.ts';
import { wrapText } from '../text/wrap-text.ts';
import { COLUMNS } from './layout.ts';

interface Measure {
	readonly words: string;
	readonly of: (actor: ActorEstimates) => Estimate;
	readonly format: (value: number | null) => string;
	/** Whether it says anything of an actor. */
	readonly isThere: (actor: ActorEstimates) => boolean;
}

const faults = ({ fault_ns, unfinished }: ActorEstimates) => fault_ns.count.value !== 0 || unfinished.count.value !== 0;
const writes = ({ writeWait_ns }: ActorEstimates) => writeWait_ns.count.value !== 0;
const sleepsPolite = ({ pageSleepPolite_ns }: ActorEstimates) => pageSleepPolite_ns.count.value !== 0;
const sleepsHolding = ({ pageSleepHolding_ns }: ActorEstimates) => pageSleepHolding_ns.count.value !== 0;

/** What the argument is about: how long, how often again, and who waits for whom. */
const measures: readonly Measure[] = [
	{ words: 'faults a second', isThere: faults, format: formatNumber, of: (actor) => actor.faultsPerSecond },
	{ words: 'a fault, mean', isThere: faults, format: formatTime, of: ({ fault_ns }) => fault_ns.mean },
	{ words: 'a fault, p99', isThere: faults, format: formatTime, of: ({ fault_ns }) => fault_ns.p99 },
	{ words: 'retries a fault', isThere: faults, format: formatNumber, of: ({ retries }) => retries.mean },
	{
		words: 'page wait, nothing held',
		isThere: sleepsPolite,
		format: formatTime,
		of: (actor) => actor.pageSleepPolite_ns.mean,
	},
	{
		words: 'page wait, mmap_sem held',
		isThere: sleepsHolding,
		format: formatTime,
		of: (actor) => actor.pageSleepHolding_ns.mean,
	},
	{ words: 'mmap_sem wait, mean', isThere: writes, format: formatTime, of: ({ writeWait_ns }) => writeWait_ns.mean },
	{ words: 'mmap_sem wait, p99', isThere: writes, format: formatTime, of: ({ writeWait_ns }) => writeWait_ns.p99 },
];

/** What a run came to, as a table; beside what it is compared with, if anything. */
export function measurement(result: RunResult, base: RunResult | null): string[] {
	const rows = Object.entries(result.actors).flatMap(([name, actor]) =>
		measures
			.filter(({ isThere }) => isThere(actor) || (base?.actors[name] !== undefined && isThere(base.actors[name])))
			.map((measure) => rowOf(name, measure, result, base)),
	);
	const headings = ['', ...(base === null ? ['measured'] : ['base', 'change', 'change in %'])];
	return [...tableLines({ headings, wordColumns: 1, rows }), ...notes(result, rows)];
}

function rowOf(name: string, { words, of, format }: Measure, result: RunResult, base: RunResult | null): Cell[] {
	const changed = estimateOf(result, name, of);
	const head = cell(`${name}: ${words}`);
	if (base === null) return [head, figure(changed, format)];
	const before = estimateOf(base, name, of);
	return [head, figure(before, format), figure(changed, format), cell(change(before, changed))];
}

const nothing: Estimate = { value: null, plusOrMinus: null, seeds: 0 };

function estimateOf({ actors }: RunResult, name: string, of: Measure['of']): Estimate {
	const actor = actors[name];
	return actor === undefined ? nothing : of(actor);
}

function figure({ value, plusOrMinus }: Estimate, format: (value: number | null) => string): Cell {
	return { text: format(value), below: plusOrMinus === null ? '' : `+-${format(plusOrMinus)}` };
}

/** Behind a change that may as well be chance. */
const NOT_APART = ' *';

function change(before: Estimate, after: Estimate): string {
	if (before.value === null || after.value === null || before.value === 0) return '-';
	const share = (after.value - before.value) / before.value;
	const text = `${share < 0 ? '-' : '+'}${formatNumber(Math.abs(share) * 100)} %`;
	return isApart(before, after) ? text : text + NOT_APART;
}

function isApart(one: Estimate, other: Estimate): boolean {
	if (one.plusOrMinus === null || other.plusOrMinus === null) return true;
	return Math.abs((one.value ?? 0) - (other.value ?? 0)) > one.plusOrMinus + other.plusOrMinus;
}

function notes({ seeds }: RunResult, rows: readonly (readonly Cell[])[]): string[] {
	const first = seeds[0]?.seed;
	if (seeds.length === 1) return [`Seed ${first} alone: no interval. Ask for more seeds to have one.`];
	const hasOverlap = rows.some((row) => row.at(-1)?.text.endsWith(NOT_APART));
	return [
		...wrapText(
			`Seeds ${first} to ${seeds.at(-1)?.seed}: the mean of the seeds' own figures; below it, half of the 95 % interval.`,
			'',
			COLUMNS,
		),
		...(hasOverlap ? [`*: the intervals overlap.`] : []),
	];
}
