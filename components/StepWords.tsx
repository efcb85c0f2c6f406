import { useMemo } from 'preact/hooks';
import { wordsOfQueues } from '../src/experiment/words-of-queues.ts';
import { moment } from '../src/site/format.ts';
import type { Playback } from '../src/site/passage/playback.ts';
import type { SceneStep } from '../src/site/passage/scene.ts';
import { type QueueRoom, queueRoom } from '../src/site/timeline/queue-room.ts';
import Queues from './Queues.tsx';
import ThreadMark from './ThreadMark.tsx';

interface Props {
	playback: Playback;
	/** Whether there is a listing, of which the line at the cursor is repeated here where it stands far off. */
	hasListing: boolean;
	/** The room that the queues need under any choice. */
	room: readonly QueueRoom[];
}

/** The step at the cursor in words, and who queues where. It is read out when the reader steps, not while it plays. */
export default function StepWords({ playback, hasListing, room }: Props) {
	const { steps, threads, words, queues, chains, code } = playback.scene.value;
	const [time_ns, thread, said, moments, standing] = steps[playback.step.value] as SceneStep;
	// Another seed may bring longer queues than the page was made for.
	const roomHere = useMemo(() => queueRoom(queues, room), [queues, room]);
	const now = queues[moments] ?? [];
	const place = chains[standing[thread] as number]?.at(-1) ?? '';
	return (
		<div class="step-words">
			<div aria-live={playback.playing.value ? 'off' : 'polite'}>
				<p class="step-sentence">
					<span class="step-time">{moment(time_ns)}</span>{' '}
					<span aria-hidden="true">
						<ThreadMark name={threads[thread] ?? ''} />
					</span>{' '}
					{threads[thread]} {words[said]}.
				</p>
				<ul class="step-queues visually-hidden">
					{wordsOfQueues(now, threads).map((sentence, index) => (
						<li key={index}>{sentence}</li>
					))}
				</ul>
			</div>
			{hasListing && (
				<p class="step-code">
					<span class="step-place">{place}</span> <code>{code[place]}</code>
				</p>
			)}
			<Queues queues={now} threads={threads} room={roomHere} />
		</div>
	);
}
