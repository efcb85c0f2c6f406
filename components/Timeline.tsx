import type { Signal } from '@preact/signals';
import type { Scene } from '../src/site/passage/scene.ts';
import {
	across,
	axisTicks,
	barTop,
	drawingHeight,
	heights,
	laneTop,
	retryMarks,
	stateOf,
} from '../src/site/timeline/geometry.ts';
import { threadClass, threadLetters } from './ThreadMark.tsx';

interface Props {
	scene: Scene;
	/** The threads that have a lane, in the order of the lanes. */
	lanes: readonly number[];
	/** What the drawing shows, for those who do not see it. */
	label: string;
	/** Where the cursor stands, in ns. */
	time_ns: Signal<number>;
	/** Takes the time (ns) that the reader points at. */
	seek: (time_ns: number) => void;
}

/** What each thread did: a lane a thread, a segment an activity, and a cursor. Widths are per cent, so it fits anywhere. */
export default function Timeline({ scene, lanes, label, time_ns, seek }: Props) {
	const height = drawingHeight(lanes.length);
	const point = (event: PointerEvent) => {
		const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
		const share = Math.max(0, Math.min(1, (event.clientX - left) / width));
		seek(scene.from_ns + Math.round(share * (scene.to_ns - scene.from_ns)));
	};
	return (
		<div class="timeline-place">
			<svg
				class="timeline"
				width="100%"
				height={height}
				role="img"
				aria-label={label}
				onPointerDown={(event) => {
					// A press from before the page came alive has no pointer any more.
					if (event.isTrusted) event.currentTarget.setPointerCapture(event.pointerId);
					point(event);
				}}
				onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && point(event)}
			>
				{lanes.map((thread, lane) => (
					<Lane key={thread} scene={scene} thread={thread} lane={lane} />
				))}
				<Axis scene={scene} top={laneTop(lanes.length)} />
			</svg>
			<Cursor scene={scene} time_ns={time_ns} lanes={lanes.length} />
		</div>
	);
}

function Lane({ scene, thread, lane }: { scene: Scene; thread: number; lane: number }) {
	const top = barTop(lane);
	const name = scene.threads[thread] ?? '';
	return (
		<g class={threadClass(name)}>
			<rect class="lane-mark" x="0" y={laneTop(lane)} width={threadLetters(name).length * 8 + 9} height="17" rx="3" />
			<text class="lane-letters" x={(threadLetters(name).length * 8 + 9) / 2} y={laneTop(lane) + 13}>
				{threadLetters(name)}
			</text>
			<text class="lane-name" x={threadLetters(name).length * 8 + 16} y={laneTop(lane) + 13.5}>
				{name}
			</text>
			{scene.segments
				.filter(([who]) => who === thread)
				.map(([, activity, from_ns, to_ns]) => {
					const state = stateOf(activity);
					const from = across(from_ns, scene);
					const to = across(to_ns, scene);
					const middle = top + heights.bar / 2;
					return state.line ? (
						<line
							key={`${activity} ${from_ns}`}
							class={`state state-${state.name}`}
							x1={`${from}%`}
							x2={`${to}%`}
							y1={middle}
							y2={middle}
						/>
					) : (
						<rect
							key={`${activity} ${from_ns}`}
							class={`state state-${state.name}`}
							fill={state.fill}
							x={`${from}%`}
							y={top}
							width={`${Math.round((to - from) * 100) / 100}%`}
							height={heights.bar}
						/>
					);
				})}
			{retryMarks(scene, thread).map(({ at, retries, numbered }) => (
				<g key={at} class="retry-mark">
					<line x1={`${at}%`} x2={`${at}%`} y1={top - 3} y2={top + heights.bar + 1} />
					{numbered && (
						<text x={`${at}%`} y={top + heights.bar + 14} text-anchor={at > 98 ? 'end' : 'middle'}>
							{retries}
						</text>
					)}
				</g>
			))}
		</g>
	);
}

function Axis({ scene, top }: { scene: Scene; top: number }) {
	const all = axisTicks(scene);
	return (
		<g class="axis">
			<line x1="0" x2="100%" y1={top} y2={top} />
			{all.map((time_ns, index) => {
				const at = across(time_ns, scene);
				const anchor = at < 5 ? 'start' : at > 95 ? 'end' : 'middle';
				return (
					<g key={time_ns}>
						<line x1={`${at}%`} x2={`${at}%`} y1={top} y2={top + 5} />
						<text x={`${at}%`} y={top + 19} text-anchor={anchor}>
							{index === all.length - 1 ? `${time_ns / 1000} us` : time_ns / 1000}
						</text>
					</g>
				);
			})}
		</g>
	);
}

/** By itself, and in a drawing of its own, so that moving it draws nothing else anew. */
function Cursor({ scene, time_ns, lanes }: { scene: Scene; time_ns: Signal<number>; lanes: number }) {
	const at = `${across(time_ns.value, scene)}%`;
	return (
		<svg class="cursor" width="100%" height={drawingHeight(lanes)} aria-hidden="true" focusable="false">
			<line x1={at} x2={at} y1="0" y2={laneTop(lanes)} />
			<circle cx={at} cy={laneTop(lanes)} r="4" />
		</svg>
	);
}
