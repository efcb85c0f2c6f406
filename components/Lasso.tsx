import type { Told } from '../src/site/verdict/told.ts';
import ThreadMark, { threadClass } from './ThreadMark.tsx';

/** Heights in px: a lane, the words above the lanes, and the bend below them. */
const LANE = 26;
const HEAD = 22;
const BEND = 34;

/** A way to break a property, drawn: a lane a thread, a mark a step, and the loop bent back to where it begins. */
export default function Lasso({ told }: { told: Told }) {
	const { threads, starved, stem, loop, ending } = told;
	const steps = [...stem, ...loop];
	const across = (step: number) => `${Math.round(((step + 0.5) / steps.length) * 1e4) / 100}%`;
	const laneAt = (thread: number) => HEAD + (thread + 0.5) * LANE;
	const bottom = HEAD + threads.length * LANE;
	const height = bottom + (ending === null ? 4 : BEND);
	return (
		<div class="lasso">
			<div class="lasso-names" aria-hidden="true">
				{threads.map((name, thread) => (
					<span key={name} class={thread === starved ? 'starved' : undefined}>
						<ThreadMark name={name} /> <span class="lasso-name">{name}</span>
					</span>
				))}
			</div>
			<svg width="100%" height={height} role="img" aria-label={labelOf(told)}>
				{loop.length > 0 && <LoopGround from={stem.length / steps.length} height={bottom} />}
				{threads.map((name, thread) => (
					<line
						key={name}
						class={`lasso-lane ${threadClass(name)}${thread === starved ? ' starved' : ''}`}
						x1="0"
						x2="100%"
						y1={laneAt(thread)}
						y2={laneAt(thread)}
					/>
				))}
				{steps.slice(1).map(([thread], index) => (
					<line
						key={index}
						class="lasso-way"
						x1={across(index)}
						x2={across(index + 1)}
						y1={laneAt(steps[index]?.[0] ?? 0)}
						y2={laneAt(thread)}
					/>
				))}
				{steps.map(([thread], step) => (
					<circle
						key={step}
						class={`lasso-step ${threadClass(threads[thread] ?? '')}${thread === starved ? ' starved' : ''}`}
						cx={across(step)}
						cy={laneAt(thread)}
						r="4.5"
					/>
				))}
				{loop.length > 0 && (
					<Bend
						from={across(stem.length)}
						to={across(steps.length - 1)}
						top={bottom}
						share={Math.max(loop.length - 1, 0.5) / steps.length}
					/>
				)}
				<Words told={told} top={bottom} />
			</svg>
		</div>
	);
}

function LoopGround({ from, height }: { from: number; height: number }) {
	return <rect class="lasso-loop" x={`${from * 100}%`} y="0" width={`${(1 - from) * 100}%`} height={height} rx="6" />;
}

/** From the loop's last step back to its first. Drawn in a square that is stretched to its place. */
function Bend({ from, to, top, share }: { from: string; to: string; top: number; share: number }) {
	return (
		<>
			<svg
				x={from}
				y={top}
				width={`${share * 100}%`}
				height="20"
				viewBox="0 0 100 20"
				preserveAspectRatio="none"
				overflow="visible"
				aria-hidden="true"
			>
				<path class="lasso-bend" d="M100 -2C100 22 92 18 50 18C8 18 0 22 0 2" vector-effect="non-scaling-stroke" />
			</svg>
			<svg x={from} y={top} overflow="visible" aria-hidden="true">
				<path class="lasso-arrow" d="M-5 4L0 -5L5 4Z" />
			</svg>
			<circle class="lasso-arrow" cx={to} cy={top - 2} r="2.5" />
		</>
	);
}

function Words({ told: { stem, loop, ending }, top }: { told: Told; top: number }) {
	const all = stem.length + loop.length;
	return (
		<g class="lasso-words">
			{stem.length > 0 && (
				<text x="0" y="14">
					once
				</text>
			)}
			{loop.length > 0 && (
				<text x={`${(stem.length / all) * 100}%`} dx="6" y="14">
					over and over
				</text>
			)}
			{ending !== null && (
				<text x="100%" y={top + BEND - 3} text-anchor="end">
					{ending}
				</text>
			)}
		</g>
	);
}

function labelOf({ threads, starved, stem, loop, ending }: Told): string {
	const loops = loop.length === 0 ? '' : `, then a loop of ${loop.length} steps`;
	const who = starved === null ? '' : `; ${threads[starved]} never gets there`;
	return `${stem.length} steps${loops}${ending === null ? '' : `, ${ending}`}${who}. The steps are in the table below.`;
}
