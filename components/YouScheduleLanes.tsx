import type { ScheduleView } from '../src/site/schedule/view.ts';
import { stateOf } from '../src/site/timeline/geometry.ts';
import { threadClass, threadLetters } from './ThreadMark.tsx';

/** In CSS pixels: a lane's name, its bar, the marks of its steps below, and what parts it from the next. */
const heights = { name: 20, bar: 16, marks: 6, gap: 12, axis: 22 } as const;
const laneHeight = heights.name + heights.bar + heights.marks + heights.gap;

/** So many steps have room before the columns get narrower. */
const COLUMNS_MIN = 32;

/** What each thread has done so far: a column a step, and a tick below whoever took it. Refusals are numbered. */
export default function YouScheduleLanes({ view }: { view: ScheduleView }) {
	const { threads, lanes, steps } = view;
	const columns = steps.length + 1;
	const width = 100 / Math.max(COLUMNS_MIN, columns);
	const across = (column: number) => `${Math.round(column * width * 100) / 100}%`;
	const bottom = threads.length * laneHeight;
	return (
		<svg
			class="timeline schedule-lanes"
			width="100%"
			height={bottom + heights.axis}
			role="img"
			aria-label="What each thread did, step by step. The steps are in the table below."
		>
			{threads.map(({ name }, thread) => {
				const top = thread * laneHeight;
				const bar = top + heights.name;
				const letters = threadLetters(name);
				return (
					<g key={name} class={threadClass(name)}>
						<rect class="lane-mark" x="0" y={top} width={letters.length * 8 + 9} height="17" rx="3" />
						<text class="lane-letters" x={(letters.length * 8 + 9) / 2} y={top + 13}>
							{letters}
						</text>
						<text class="lane-name" x={letters.length * 8 + 16} y={top + 13.5}>
							{name}
						</text>
						{stretches(lanes[thread] ?? []).map(({ activity, from, to }) => {
							const state = stateOf(activity);
							const middle = bar + heights.bar / 2;
							return state.line ? (
								<line
									key={from}
									class={`state state-${state.name}`}
									x1={across(from)}
									x2={across(to)}
									y1={middle}
									y2={middle}
								/>
							) : (
								<rect
									key={from}
									class={`state state-${state.name}`}
									fill={state.fill}
									x={across(from)}
									y={bar}
									width={across(to - from)}
									height={heights.bar}
								/>
							);
						})}
						{steps.map(
							(step, index) =>
								step.thread === thread && (
									<line
										key={index}
										class="schedule-tick"
										x1={across(index + 1.15)}
										x2={across(index + 1.85)}
										y1={bar + heights.bar + 4}
										y2={bar + heights.bar + 4}
									/>
								),
						)}
					</g>
				);
			})}
			{steps.map(
				({ round }, index) =>
					round !== null && (
						<g key={round} class="schedule-round">
							<line x1={across(index + 2)} x2={across(index + 2)} y1={heights.name - 3} y2={bottom} />
							<text x={across(index + 2)} y={bottom + 16} text-anchor={round > 9 ? 'end' : 'middle'}>
								{round}
							</text>
						</g>
					),
			)}
			<g class="axis">
				<line x1="0" x2="100%" y1={bottom} y2={bottom} />
			</g>
		</svg>
	);
}

/** Runs of one activity, from a column to the one after its last. */
function stretches(activities: readonly number[]): { activity: number; from: number; to: number }[] {
	const all: { activity: number; from: number; to: number }[] = [];
	for (const [column, activity] of activities.entries()) {
		const last = all.at(-1);
		if (last?.activity === activity) last.to = column + 1;
		else all.push({ activity, from: column, to: column + 1 });
	}
	return all;
}
