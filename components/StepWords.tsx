import { moment } from '../src/site/format.ts';
import type { Playback } from '../src/site/passage/playback.ts';
import type { SceneStep } from '../src/site/passage/scene.ts';
import ThreadMark from './ThreadMark.tsx';

/** The step at the cursor in words, and who queues where. It is read out when the reader steps, not while it plays. */
export default function StepWords({ playback }: { playback: Playback }) {
	const { steps, threads, words, queues } = playback.scene.value;
	const number = playback.step.value;
	const [time_ns, thread, said, line] = steps[number] as SceneStep;
	return (
		<div class="step-words" aria-live={playback.playing.value ? 'off' : 'polite'}>
			<p class="step-sentence">
				<span class="step-time">{moment(time_ns)}</span>{' '}
				<span aria-hidden="true">
					<ThreadMark name={threads[thread] ?? ''} />
				</span>{' '}
				{threads[thread]} {words[said]}.
			</p>
			<ul class="step-queues">
				{queues[line]?.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
		</div>
	);
}
