import '@preact/signals';
import type { Play } from '../src/site/schedule/play.ts';
import { nextSteps, walkWords } from '../src/site/schedule/walk.ts';
import ThreadMark from './ThreadMark.tsx';
import YouScheduleTool from './YouScheduleTool.tsx';

/** So many of the steps to come are listed. */
const STEPS_AHEAD = 5;

/** The shortest way from here, once it was asked for: how far the search is, then the next steps. */
export default function YouScheduleWay({ play }: { play: Play }) {
	const way = play.way.value;
	if (way.kind === 'none') return null;
	const ahead = way.kind === 'walk' ? nextSteps(way.walk, STEPS_AHEAD) : [];
	return (
		<div class="schedule-way">
			<p role="status">
				{way.kind === 'searching' && `Searching: ${way.states.toLocaleString('en-US')} states so far.`}
				{way.kind === 'walk' && walkWords(way.walk)}
				{way.kind === 'left' && 'You left that way. Ask again for the shortest from here.'}
				{way.kind === 'problem' && way.problem}
			</p>
			<ol class="schedule-ahead" aria-label="The next steps">
				{ahead.map(({ thread, words }, index) => (
					<li key={index}>
						<span aria-hidden="true">
							<ThreadMark name={thread} />
						</span>{' '}
						{thread} {words}
					</li>
				))}
			</ol>
			<div class="schedule-tools">
				{way.kind === 'searching' && <YouScheduleTool label="Stop the search" press={play.stopAsking} />}
				{ahead.length > 0 && <YouScheduleTool label="Do the next one" press={() => play.follow('step')} />}
				{ahead.length > 0 && <YouScheduleTool label="On to the next refusal" press={() => play.follow('refusal')} />}
			</div>
		</div>
	);
}
