import { assumptionWords } from '../experiment/assumption-words.ts';
import { check } from '../experiment/check.ts';
import {
	actorsText,
	allRows,
	arguedRows,
	type MatrixCell,
	type MatrixRow,
	matrixCells,
	matrixScenarios,
} from '../experiment/matrix.ts';
import type { Recipe } from '../experiment/recipe.ts';
import { cell, tableLines } from '../experiment/text/table.ts';
import { readContent } from './content.ts';
import { DONE } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { wrap } from './wrap.ts';

/**
 * `bin/polite matrix`: the rules that people argued for or shipped, each checked in the standard scenarios. Prints row
 * by row, since all of them take a while.
 *
 * @throws UsageError, EraError, CompileError, ModelError
 */
export function matrixCommand(args: readonly string[], { out }: Streams): number {
	const { flags } = readArguments(args, {
		command: 'matrix',
		valueOptions: [],
		flags: ['all', 'json', 'help'],
		wordsMax: 0,
	});
	if (flags.has('help')) {
		out(helpText('matrix'));
		return DONE;
	}
	const content = readContent();
	const search = (recipe: Recipe) => check(recipe, content);
	const rows = flags.has('all') ? allRows(content) : arguedRows;
	if (flags.has('json')) {
		out(
			`${JSON.stringify(
				rows.map((row) => ({ ...row, cells: matrixCells(row, search).map(shortCell) })),
				null,
				'\t',
			)}\n`,
		);
		return DONE;
	}
	out(`${scenarioLines().join('\n')}\n`);
	for (const row of rows) out(`\n${rowLines(row, matrixCells(row, search)).join('\n')}\n`);
	return DONE;
}

/** A cell as JSON tells it. Traces are for `check`, which prints them for the one scenario that is asked for. */
export function shortCell({ scenario, actors, states, property }: MatrixCell) {
	const { stem, loop, fairness: _fairness, ...rest } = property;
	return { scenario, actors, states, ...rest, stem: stem.length, loop: loop.length };
}

function scenarioLines(): string[] {
	return matrixScenarios.flatMap(({ name, actors }) => wrap(`${name}: ${actorsText(actors)}`, ''));
}

function rowLines({ name, eras }: MatrixRow, cells: readonly MatrixCell[]): string[] {
	const table = tableLines({
		headings: ['', '', '', '', 'trace'],
		wordColumns: 4,
		rows: cells.map(({ scenario, property }) => [
			cell(property.name),
			cell(scenario),
			cell(property.verdict),
			cell(property.weakestAssumption === null ? '' : assumptionWords[property.weakestAssumption]),
			cell(property.stem.length + property.loop.length === 0 ? '' : `${property.stem.length}+${property.loop.length}`),
		]),
	});
	const title = `${name.replace('’', "'")}: policy ${eras.policy}, page lock ${eras['page-lock']}, mmap_sem ${eras.rwsem}`;
	return [...wrap(title, ''), ...table];
}
