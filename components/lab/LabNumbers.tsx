import type { Estimate } from '../../src/experiment/estimate.ts';
import type { RunResult } from '../../src/experiment/run.ts';
import { unitFor } from '../../src/site/format.ts';
import type { Shown } from '../../src/site/lab/laboratory.ts';
import {
	changeOf,
	type FigureName,
	figureOf,
	figureWords,
	type Measure,
	measuresOf,
} from '../../src/site/lab/measures.ts';
import { estimateText } from '../../src/site/passage/interval-text.ts';
import { seedsText } from '../../src/site/passage/seeds-text.ts';

/** What the runs measured, figure by figure, and how far B is from A. */
export default function LabNumbers({ shown: { a, b } }: { shown: Shown }) {
	const results = [a.result, ...(b === null ? [] : [b.result])];
	const measures = measuresOf(results);
	const open = measures.filter(({ isOpen }) => isOpen);
	const others = measures.filter(({ isOpen }) => !isOpen);
	return (
		<figure class="lab-numbers">
			<p class="figure-title">In numbers</p>
			<Numbers label="Faults, retries and the writer’s wait" measures={open} results={results} />
			{others.length > 0 && (
				<details class="steps">
					<summary>Waits and holds of each lock</summary>
					<Numbers label="Waits and holds of each lock" measures={others} results={results} />
				</details>
			)}
			<figcaption>
				{sentence(seedsText(a.result.recipe))}. A fault that never ended has no time here.
				{b !== null &&
					a.result.seeds.length === 1 &&
					' One seed has no interval; ask for more to see which differences stay.'}
			</figcaption>
		</figure>
	);
}

interface NumbersProps {
	label: string;
	measures: readonly Measure[];
	results: readonly RunResult[];
}

const names = Object.keys(figureWords) as FigureName[];

function Numbers({ label, measures, results }: NumbersProps) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
		<div class="table-scroll" tabIndex={0}>
			<table class="result-table" aria-label={label}>
				<thead>
					<tr>
						<td />
						{names.map((name) => (
							<th key={name} scope="col" class="number">
								{figureWords[name]}
							</th>
						))}
					</tr>
				</thead>
				{measures.map((measure) => (
					<Rows key={measure.path} measure={measure} results={results} />
				))}
			</table>
		</div>
	);
}

/** A measure of one recipe in a row; of two, each in one, and how far they are apart in a third. */
function Rows({ measure, results }: { measure: Measure; results: readonly RunResult[] }) {
	const isDouble = results.length > 1;
	const columns = names.map((name) => results.map((result) => figureOf(result, measure, name)));
	const changes = columns.map(([a, b]) => (a === undefined || b === undefined ? null : changeOf(a, b)));
	return (
		<tbody data-measure={measure.path}>
			{isDouble && (
				<tr>
					<th scope="rowgroup" colSpan={names.length + 1}>
						{measure.words}
					</th>
				</tr>
			)}
			{results.map((_, side) => (
				<tr key={side}>
					<th scope="row">{isDouble ? 'AB'[side] : measure.words}</th>
					{names.map((name, column) => (
						<Cell key={name} estimates={columns[column] ?? []} side={side} of={`${measure.path}.${name}`} />
					))}
				</tr>
			))}
			{isDouble && (
				<tr class="lab-change">
					<th scope="row">B against A</th>
					{changes.map((change, column) => (
						<td key={names[column]} class={change?.isApart ? 'number differs' : 'number'}>
							{change?.words ?? ''}
						</td>
					))}
				</tr>
			)}
		</tbody>
	);
}

/** Both sides' times have one unit, so that they can be compared at a glance. */
function Cell({ estimates, side, of }: { estimates: readonly Estimate[]; side: number; of: string }) {
	const unit = unitFor(Math.max(...estimates.map(({ value }) => value ?? 0)));
	const estimate = estimates[side];
	if (estimate === undefined) return null;
	const { text, interval } = estimateText(estimate, { of, unit, none: 'none' });
	return (
		<td class="number">
			{text}
			{interval !== null && <span class="interval"> {interval}</span>}
		</td>
	);
}

function sentence(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
