import { assumptionWords } from '../experiment/assumption-words.ts';
import type { CheckResult, PropertyResult } from '../experiment/check.ts';
import { fairnessWords } from '../experiment/fairness-words.ts';
import { patchSummary } from '../experiment/patch/landing-words.ts';
import { schedulerWords } from '../experiment/scheduler-words.ts';
import { formatNumber } from '../experiment/text/format.ts';
import { cell, tableLines } from '../experiment/text/table.ts';
import type { TraceStep } from '../experiment/trace.ts';
import { wrap } from './wrap.ts';

/** A search's result for a terminal of 80 columns: what was explored, a line a property, each trace step by step. */
export function checkReport(result: CheckResult, command: string): string {
	const violated = result.properties.filter(({ verdict }) => verdict === 'VIOLATED');
	const blocks = [
		header(result),
		verdicts(result.properties),
		...retries(result),
		...violated.map((property) => trace(property, result.fairness)),
		['Again:', ...wrap(command, '  ')],
	];
	return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function header({ experiment, title, recipe, modelDigest, engineVersion, digest, ...found }: CheckResult): string[] {
	const { states, transitions, depth, complete, fairness } = found;
	const explored = `${states} states, ${transitions} transitions, at most ${depth} steps away`;
	return [
		...(experiment === null ? [] : wrap(`${experiment}: ${title}`, '')),
		`policy ${recipe.policy}, page lock ${recipe['page-lock']}, mmap_sem ${recipe.rwsem}`,
		...(recipe.patch === '' ? [] : wrap(`patch: ${patchSummary(recipe.patch)}`, '')),
		`scheduler: ${schedulerWords[fairness]}`,
		complete ? `${explored}: these are all` : `${explored}: the search ended at its limit`,
		`model ${modelDigest}, engine ${engineVersion}${digest === null ? '' : `, digest ${digest}`}`,
	];
}

function verdicts(properties: readonly PropertyResult[]): string[] {
	return tableLines({
		headings: ['property', 'thread', 'verdict', 'it comes out'],
		wordColumns: 4,
		rows: properties.map(({ name, thread, verdict, vacuous, weakestAssumption }) => [
			cell(name),
			cell(thread ?? ''),
			cell(vacuous ? `${verdict} (vacuous)` : verdict),
			cell(vacuous || weakestAssumption === null ? '' : assumptionWords[weakestAssumption]),
		]),
	});
}

function retries({ expectedRetries }: CheckResult): string[][] {
	if (expectedRetries === null) return [];
	const many = expectedRetries === 'infinite' ? 'infinitely many' : formatNumber(expectedRetries);
	return [[`Retries of the fault to expect if all who can run are equally likely: ${many}`]];
}

/** A loop was asked to be fair unless nothing is taken for granted of the scheduler. */
function trace(property: PropertyResult, scheduler: CheckResult['fairness']): string[] {
	const { name, thread, stem, loop, weakestAssumption } = property;
	const isStuck = loop.length === 0 && (name === 'no-deadlock' || weakestAssumption === 'nothing');
	return [
		`${name} VIOLATED${thread === null ? '' : `, for ${thread}`}:`,
		...stem.flatMap((step, index) => stepLines(step, index + 1)),
		...(isStuck ? ['and then nobody can run any more.'] : []),
		...(loop.length > 0 ? ['and from here for ever:'] : []),
		...loop.flatMap((step, index) => stepLines(step, stem.length + index + 1)),
		...(loop.length > 0 && scheduler !== 'none' ? wrap(`Fair, since ${fairnessWords(property)}.`, '') : []),
	];
}

/** Room for a step's number and its place in the C. */
const PLACE_COLUMNS = 24;

function stepLines({ thread, words, file, lines }: TraceStep, number: number): string[] {
	const place = `${file.split('/').at(-1)}:${lines[0] ?? ''}`;
	const head = `${String(number).padStart(4)}  ${place}  `.padEnd(PLACE_COLUMNS);
	const [first = '', ...others] = wrap(`${thread} ${words}`, ' '.repeat(PLACE_COLUMNS));
	return [`${head}${first.slice(PLACE_COLUMNS)}`, ...others];
}
