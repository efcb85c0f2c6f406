import type { ActorEstimates, ShareName, SummaryEstimates } from '../experiment/actor-estimates.ts';
import type { Estimate } from '../experiment/estimate.ts';
import { patchSummary } from '../experiment/patch/landing-words.ts';
import type { RunResult, SeedRun } from '../experiment/run.ts';
import { formatNumber, formatShare, formatTime } from '../experiment/text/format.ts';
import { type Cell, cell, type Table, tableLines } from '../experiment/text/table.ts';
import { wrap } from './wrap.ts';

type Actors = readonly (readonly [string, ActorEstimates])[];

/** A run's result for a terminal of 80 columns: what ran, four tables, and the command that gives it again. */
export function report(result: RunResult, command: string): string {
	const actors = Object.entries(result.actors);
	const tables = [faults(actors), retries(actors), locks(actors), shares(actors)].filter(({ rows }) => rows.length > 0);
	const marks = markLines(actors);
	const blocks = [
		header(result),
		...tables.map(tableLines),
		...(marks.length > 0 ? [marks] : []),
		['Again:', ...wrap(command, '  ')],
	];
	return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function header({ experiment, title, recipe, modelDigest, engineVersion, digest, seeds, actors }: RunResult): string[] {
	const counts = Object.entries(actors).map(([actor, { threads }]) => `${threads} ${actor}${threads === 1 ? '' : 's'}`);
	const first = seeds[0]?.seed;
	const which = seeds.length === 1 ? `seed ${first}` : `seeds ${first} to ${seeds.at(-1)?.seed}`;
	return [
		...(experiment === null ? [] : wrap(`${experiment}: ${title}`, '')),
		...wrap(counts.join(', '), ''),
		`policy ${recipe.policy}, page lock ${recipe['page-lock']}, mmap_sem ${recipe.rwsem}`,
		...(recipe.patch === '' ? [] : wrap(`patch: ${patchSummary(recipe.patch)}`, '')),
		`${which}, ${recipe['duration-ms']} ms of model time${seeds.length === 1 ? '' : ' each'}`,
		`model ${modelDigest}, engine ${engineVersion}, digest ${digest}`,
		...(seeds.length === 1 ? [] : ["Each figure is the mean of the seeds' own; below it, the 95 % interval (+-)."]),
		...seeds.flatMap(earlyEnd),
	];
}

function earlyEnd({ seed, ending, time_ns, events }: SeedRun): string[] {
	switch (ending) {
		case 'time':
			return [];
		case 'events':
			return [`Seed ${seed} was stopped after ${formatTime(time_ns)}, at the limit of ${events} events.`];
		case 'nobody runs':
			return [`Seed ${seed}: before the time was up, nobody could run any more.`];
	}
}

/** What should not have been, a line for each actor to whom it happened. */
function markLines(actors: Actors): string[] {
	return (['warnings', 'sigbus'] as const).flatMap((name) =>
		actors
			.filter(([, marks]) => marks[name].value !== 0)
			.map(([actor, marks]) => {
				const what = name === 'warnings' ? 'WARN_ON held true' : 'the fault ended in SIGBUS';
				return `${actor}: ${what} ${formatNumber(marks[name].value)} times`;
			}),
	);
}

/** The interval stands below the value, so that neither crowds the other out. */
function figure({ value, plusOrMinus }: Estimate, format: (value: number | null) => string): Cell {
	return { text: format(value), below: plusOrMinus === null ? '' : `+-${format(plusOrMinus)}` };
}

function withFaults(actors: Actors): Actors {
	return actors.filter(([, { fault_ns, unfinished }]) => fault_ns.count.value !== 0 || unfinished.count.value !== 0);
}

function faults(actors: Actors): Table {
	return {
		headings: ['faults', 'per second', 'mean', 'p50', 'p90', 'p99', 'max'],
		wordColumns: 1,
		rows: withFaults(actors).map(([actor, { faultsPerSecond, fault_ns }]) => [
			cell(actor),
			figure(faultsPerSecond, formatNumber),
			...(['mean', 'p50', 'p90', 'p99', 'max'] as const).map((name) => figure(fault_ns[name], formatTime)),
		]),
	};
}

function retries(actors: Actors): Table {
	return {
		headings: ['retries', 'in all', 'mean', 'p99', 'max', 'unfinished', 'oldest', 'its retries'],
		wordColumns: 1,
		rows: withFaults(actors).map(([actor, estimates]) => [
			cell(actor),
			figure(estimates.retriesInAll, formatNumber),
			...(['mean', 'p99', 'max'] as const).map((name) => figure(estimates.retries[name], formatNumber)),
			figure(estimates.unfinished.count, formatNumber),
			figure(estimates.unfinished.age_ns, formatTime),
			figure(estimates.unfinished.retries, formatNumber),
		]),
	};
}

const lockRows = [
	['mmap_sem read wait', 'readWait_ns'],
	['mmap_sem write wait', 'writeWait_ns'],
	['page wait, nothing held', 'pageSleepPolite_ns'],
	['page wait, mmap_sem held', 'pageSleepHolding_ns'],
	['userfaultfd wait', 'userfaultSleep_ns'],
	['mmap_sem read held', 'readHeld_ns'],
	['mmap_sem write held', 'writeHeld_ns'],
	['page held', 'pageHeld_ns'],
] as const;

function locks(actors: Actors): Table {
	const figures = ({ count, mean, p99, max }: SummaryEstimates): Cell[] => [
		figure(count, formatNumber),
		figure(mean, formatTime),
		figure(p99, formatTime),
		figure(max, formatTime),
	];
	return {
		headings: ['locks', '', 'times', 'mean', 'p99', 'max'],
		wordColumns: 2,
		rows: actors.flatMap(([actor, estimates]) =>
			lockRows
				.filter(([, name]) => estimates[name].count.value !== 0)
				.map(([words, name]) => [cell(actor), cell(words), ...figures(estimates[name])]),
		),
	};
}

const shareColumns: readonly (readonly [string, ShareName])[] = [
	['idle', 'idle'],
	['in fault', 'inFault'],
	['mmap_sem', 'waitsForSemaphore'],
	['for page', 'waitsForPage'],
	['holding', 'waitsForPageHolding'],
	['has page', 'holdsPage'],
	['writing', 'writes'],
];

/** Shown only where somebody has such a share: the page's width is spent. */
const userfaultColumn = ['uffd', 'waitsForUserfault'] as const;

function shares(actors: Actors): Table {
	const waits = actors.some(([, { share }]) => share.waitsForUserfault.value !== 0);
	const columns = waits ? [...shareColumns.filter(([, name]) => name !== 'writes'), userfaultColumn] : shareColumns;
	return {
		headings: ['share of time', ...columns.map(([words]) => words)],
		wordColumns: 1,
		rows: actors.map(([actor, { share }]) => [
			cell(actor),
			...columns.map(([, name]) => figure(share[name], formatShare)),
		]),
	};
}
