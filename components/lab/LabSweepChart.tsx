import { useState } from 'preact/hooks';
import type { Estimate } from '../../src/experiment/estimate.ts';
import { keyByName } from '../../src/experiment/keys.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { figure, kindOf, unitFor } from '../../src/site/format.ts';
import type { SweepPoint } from '../../src/site/lab/job.ts';
import { type FigureName, figureOf, figureWords, type Measure, measuresOf } from '../../src/site/lab/measures.ts';
import { estimateText } from '../../src/site/passage/interval-text.ts';
import { settingText, timeWords } from '../../src/site/setting-text.ts';

/** What a sweep came to: a line a recipe. */
export interface Swept {
	readonly key: string;
	readonly seeds: number;
	readonly lines: readonly { readonly name: string; readonly points: readonly SweepPoint[] }[];
	/** Around which the knob was turned, in the order of the lines. */
	readonly recipes: readonly Recipe[];
}

/** The chart's sizes in px: what is above and below the lines. */
const HEIGHT = 220;
const TOP = 14;
const FOOT = 44;

/** Names wider than this, in letters together, would touch: every second one stands lower. */
const NAMES_LETTERS_MAX = 36;

/** A figure over the values of a knob, with its intervals, and the same as a table. */
export default function LabSweepChart({ swept }: { swept: Swept }) {
	const measures = measuresOf(swept.lines.flatMap(({ points }) => points));
	const [path, setPath] = useState('');
	const [name, setName] = useState<FigureName>('p99');
	const measure = measures.find((each) => each.path === path) ?? measures[0];
	if (measure === undefined) return <p>Nothing was measured with any of these values.</p>;
	return (
		<figure class="lab-sweep">
			<p class="figure-title">
				{measure.words}, {figureWords[name]}, by {swept.key}
			</p>
			<div class="lab-go">
				<label>
					Show{' '}
					<select value={measure.path} onChange={({ currentTarget }) => setPath(currentTarget.value)}>
						{measures.map((each) => (
							<option key={each.path} value={each.path} selected={each.path === measure.path}>
								{each.words}
							</option>
						))}
					</select>
				</label>
				<label>
					its{' '}
					<select value={name} onChange={({ currentTarget }) => setName(currentTarget.value as FigureName)}>
						{Object.entries(figureWords).map(([each, words]) => (
							<option key={each} value={each} selected={each === name}>
								{words}
							</option>
						))}
					</select>
				</label>
			</div>
			<Chart swept={swept} measure={measure} name={name} />
			<Table swept={swept} measure={measure} name={name} />
			<figcaption>
				Each value with {swept.seeds} seeds: the mean of the seeds’ own, with its 95 % interval.
				{swept.lines.length > 1 && ' A is drawn solid, B dashed.'}
			</figcaption>
		</figure>
	);
}

interface PartProps {
	swept: Swept;
	measure: Measure;
	name: FigureName;
}

function Chart({ swept: { key, lines }, measure, name }: PartProps) {
	const rows = lines.map(({ points }) => points.map((point) => figureOf(point, measure, name)));
	const most = Math.max(
		...rows.flat().map(({ value, plusOrMinus }) => (value ?? 0) + (plusOrMinus ?? 0)),
		Number.MIN_VALUE,
	);
	const count = lines[0]?.points.length ?? 0;
	const x = (index: number) => Math.round((8 + ((index + 0.5) / count) * 92) * 100) / 100;
	const y = (value: number) => Math.round((TOP + (1 - Math.max(0, value) / most) * (HEIGHT - TOP - FOOT)) * 10) / 10;
	const kind = kindOf(`${measure.path}.${name}`);
	const names = lines[0]?.points.map(({ value }) => valueName(key, value).replace(/^exponential, mean/, '~')) ?? [];
	const isTight = names.join('').length > NAMES_LETTERS_MAX;
	const isOrdered = isNumber(key);
	return (
		<svg
			class="lab-chart"
			width="100%"
			height={HEIGHT}
			role="img"
			aria-label="Chart; its numbers are in the table below."
		>
			{[0, most / 2, most].map((value) => (
				<g key={value}>
					<line class="distribution-grid" x1="8%" x2="100%" y1={y(value)} y2={y(value)} />
					<text x="0" y={y(value) + 4}>
						{figure(value, kind, kind === 'time' ? unitFor(most) : undefined)}
					</text>
				</g>
			))}
			{names.map((each, index) => (
				<text key={each} x={`${x(index)}%`} y={HEIGHT - (isTight && index % 2 === 1 ? 8 : 24)} text-anchor="middle">
					{each}
				</text>
			))}
			<text class="visually-hidden">{key}</text>
			{rows.map((estimates, line) => (
				<g key={line} class={`lab-line lab-line-${line}`}>
					{estimates.map((estimate, index) => (
						<Point
							key={index}
							estimate={estimate}
							previous={isOrdered ? estimates[index - 1] : undefined}
							index={index}
							x={x}
							y={y}
						/>
					))}
				</g>
			))}
		</svg>
	);
}

interface PointProps {
	estimate: Estimate;
	previous: Estimate | undefined;
	index: number;
	x: (index: number) => number;
	y: (value: number) => number;
}

/** Whether a knob's values have an order, so that a line may lead from one to the next. */
function isNumber(key: string): boolean {
	return !['era', 'choice'].includes(keyByName.get(key)?.kind ?? '');
}

function valueName(name: string, value: string | number): string {
	const key = keyByName.get(name);
	if (key === undefined) return String(value);
	return key.kind === 'time' ? timeWords(value) : settingText(key, value);
}

/** A value, its interval, and the line to the value before it. */
function Point({ estimate: { value, plusOrMinus }, previous, index, x, y }: PointProps) {
	if (value === null) return null;
	const at = `${x(index)}%`;
	const reach = plusOrMinus ?? 0;
	return (
		<>
			{previous?.value != null && (
				<line class="lab-way" x1={`${x(index - 1)}%`} y1={y(previous.value)} x2={at} y2={y(value)} />
			)}
			<line class="lab-reach" x1={at} x2={at} y1={y(value - reach)} y2={y(value + reach)} />
			<circle cx={at} cy={y(value)} r="4" />
		</>
	);
}

function Table({ swept: { key, lines }, measure, name }: PartProps) {
	const of = `${measure.path}.${name}`;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
		<div class="table-scroll" tabIndex={0}>
			<table class="result-table" aria-label={`${measure.words}, ${figureWords[name]}, by ${key}`}>
				<thead>
					<tr>
						<th scope="col">{key}</th>
						{lines.map((line) => (
							<th key={line.name} scope="col" class="number">
								{line.name || figureWords[name]}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{lines[0]?.points.map(({ value }, index) => (
						<tr key={String(value)}>
							<th scope="row">{valueName(key, value)}</th>
							{lines.map(({ name: line, points }) => {
								const point = points[index];
								if (point === undefined) return null;
								const estimate = figureOf(point, measure, name);
								const { text, interval } = estimateText(estimate, { of, none: 'none' });
								return (
									<td key={line} class="number">
										{text}
										{interval !== null && <span class="interval"> {interval}</span>}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
