import type { LockQueue } from '../src/experiment/queues-at.ts';
import { type QueuePlace, queuePicture } from '../src/site/timeline/queue-picture.ts';
import type { QueueRoom } from '../src/site/timeline/queue-room.ts';
import ThreadMark from './ThreadMark.tsx';

interface Props {
	queues: readonly LockQueue[];
	/** The names of the threads. */
	threads: readonly string[];
	/** The places that stay free for those who come at other moments, so that nothing moves. */
	room: readonly QueueRoom[];
}

/** Who holds each lock, and who is in line for it, from the head on. Whoever shows this drawing says it in words too. */
export default function Queues({ queues, threads, room }: Props) {
	return (
		<div class="queues" aria-hidden="true">
			{queuePicture(queues, room).map(({ label, holders, line, free, empty }) => (
				<div class="queue" key={label}>
					<span class="queue-lock">{label}</span>
					<span class="queue-places">
						{places(holders, threads)}
						{free && <span class="queue-place queue-free">free</span>}
						{places(line, threads)}
						{Array.from({ length: empty }, (_, index) => (
							<span key={`empty ${index}`} class="queue-place queue-empty" />
						))}
					</span>
				</div>
			))}
		</div>
	);
}

function places(all: readonly QueuePlace[], threads: readonly string[]) {
	return all.map(({ thread, way, word }, index) => (
		<span
			key={`${way === 'holds'} ${index}`}
			class={`queue-place queue-${way}${index === 0 && way !== 'holds' ? ' queue-head' : ''}`}
		>
			<ThreadMark name={threads[thread] ?? ''} /> {word}
		</span>
	));
}
