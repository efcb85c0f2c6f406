import { moment } from '../../src/site/format.ts';
import { partingOf } from '../../src/site/lab/differing.ts';
import type { Playback } from '../../src/site/passage/playback.ts';
import type { Scene } from '../../src/site/passage/scene.ts';

/** When two runs part, in words, and the way there. */
export default function LabParting({ a, b, playback }: { a: Scene; b: Scene; playback: Playback }) {
	const parting_ns = partingOf(a, b);
	if (parting_ns === null) return <p class="lab-note">As far as it is drawn, both runs are the same, step by step.</p>;
	return (
		<p class="lab-note">
			Until {moment(parting_ns)} both runs are the same. From there, a line over a bar marks where a thread does
			something else than beside it.{' '}
			<button class="button" type="button" onClick={() => playback.seek(parting_ns)}>
				Go there
			</button>
		</p>
	);
}
