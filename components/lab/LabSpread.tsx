import { acrossLog, logAxis, logTicks } from '../../src/site/distribution/log-axis.ts';
import { type PercentileName, percentileMarks, percentileText } from '../../src/site/distribution/percentiles.ts';
import type { Shown } from '../../src/site/lab/laboratory.ts';
import { changeOf, figureOf, measuresOf } from '../../src/site/lab/measures.ts';

/** How faults' times and writers' waits are spread, by four percentiles each, on one logarithmic axis. */
export default function LabSpread({ shown: { a, b } }: { shown: Shown }) {
	const results = [a.result, ...(b === null ? [] : [b.result])];
	const measures = measuresOf(results).filter(({ isOpen, path }) => isOpen && path.endsWith('_ns'));
	const rows = measures.flatMap((measure) =>
		results.map((result, index) => ({
			label: results.length > 1 ? `${'AB'[index]}: ${measure.words}` : measure.words,
			change: index === 0 ? null : changeOf(figureOf(a.result, measure, 'p99'), figureOf(result, measure, 'p99')),
			marks: percentileMarks.map(({ name, words }) => ({ name, words, estimate: figureOf(result, measure, name) })),
		})),
	);
	const values = rows.flatMap(({ marks }) => marks.flatMap(({ estimate }) => estimate.value ?? []));
	if (values.length === 0) return null;
	const axis = logAxis(values);
	const ticks = logTicks(axis);
	return (
		<figure class="distribution-figure">
			<p class="figure-title">How the times are spread</p>
			<div class="distribution">
				{rows.map(({ label, change, marks }) => {
					const there = marks.flatMap(({ name, estimate }) =>
						estimate.value === null ? [] : [{ name, at: acrossLog(estimate.value, axis) }],
					);
					const words = marks.map(({ words, estimate }) => `${words} ${percentileText(estimate)}`).join(', ');
					return (
						<div class={change?.isApart ? 'distribution-row differs' : 'distribution-row'} key={label}>
							<p class="distribution-label">
								{label}
								{change?.isApart && <span class="lab-mark">p99 {change.words}</span>}
							</p>
							<svg width="100%" height="30" role="img" aria-label={`${label}: ${words}`}>
								{ticks.map(({ at }) => (
									<line key={at} class="distribution-grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2="30" />
								))}
								<line
									class="distribution-range"
									x1={`${there[0]?.at ?? 0}%`}
									x2={`${there.at(-1)?.at ?? 0}%`}
									y1="15"
									y2="15"
								/>
								{there.map(({ name, at }) => (
									<svg key={name} x={`${at}%`} y="15" overflow="visible" aria-hidden="true">
										<Mark name={name} />
									</svg>
								))}
							</svg>
						</div>
					);
				})}
				<div class="distribution-row" aria-hidden="true">
					<svg class="distribution-axis" width="100%" height="22" aria-hidden="true">
						<line x1="0" x2="100%" y1="0.5" y2="0.5" />
						{ticks.map(({ at, label }) => (
							<g key={at}>
								<line x1={`${at}%`} x2={`${at}%`} y1="0" y2="5" />
								{label !== null && (
									<text x={`${at}%`} y="18" text-anchor={at < 8 ? 'start' : at > 92 ? 'end' : 'middle'}>
										{label}
									</text>
								)}
							</g>
						))}
					</svg>
				</div>
				<ul class="state-legend" aria-label="Marks">
					{percentileMarks.map(({ name, words }) => (
						<li key={name}>
							<svg class="distribution-key" viewBox="-14 -14 28 28" aria-hidden="true" focusable="false">
								<Mark name={name} />
							</svg>
							{words}
						</li>
					))}
				</ul>
			</div>
			<figcaption>The same is in the table below, with intervals if there are several seeds.</figcaption>
		</figure>
	);
}

/** One form a percentile, so that those that fall together still show. */
function Mark({ name }: { name: PercentileName }) {
	switch (name) {
		case 'p50':
			return <circle class="distribution-mark" r="3.5" />;
		case 'p90':
			return <circle class="distribution-mark distribution-open" r="6" />;
		case 'p99':
			return <path class="distribution-mark distribution-open" d="M0 -10L10 0L0 10L-10 0Z" />;
		case 'max':
			return <path class="distribution-mark" d="M0 -12V12" />;
	}
}
