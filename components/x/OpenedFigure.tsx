import { signal, useComputed } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { moment } from '../../src/site/format.ts';
import { playbackOf, speedOf } from '../../src/site/passage/playback.ts';
import type { Scene } from '../../src/site/passage/scene.ts';
import type { Found } from '../../src/site/x/opened.ts';
import Lasso from '../Lasso.tsx';
import LassoSteps from '../LassoSteps.tsx';
import StepsTable from '../StepsTable.tsx';
import Timeline from '../Timeline.tsx';
import Transport from '../Transport.tsx';

/** More lanes than this would be no picture. */
const LANES_MAX = 12;

/** What a link came to as a drawing: how its run begins, or the way on which its property is broken. */
export default function OpenedFigure({ figure }: { figure: Found['figure'] }) {
	if (figure.kind === 'run') return <Run scene={figure.scene} />;
	const { told } = figure;
	if (told.stem.length + told.loop.length === 0) return <p>{told.explored}</p>;
	return (
		<figure class="opened-figure verdict" data-verdict={told.verdict}>
			<Lasso told={told} />
			<details>
				<summary>Step by step</summary>
				<LassoSteps told={told} />
				{told.fairness !== '' && <p class="verdict-fairness">{told.fairness}</p>}
			</details>
			<figcaption>{told.explored}</figcaption>
		</figure>
	);
}

function Run({ scene }: { scene: Scene }) {
	const playback = useMemo(() => playbackOf(signal(scene), scene.from_ns), [scene]);
	const valueText = useComputed(() => {
		const [, thread = 0, words = 0] = scene.steps[playback.step.value] ?? [];
		return `${moment(playback.time_ns.value)}: ${scene.threads[thread]} ${scene.words[words]}`;
	});
	useLayoutEffect(() => () => playback.reset(), [playback]);
	return (
		<figure class="opened-figure">
			<Timeline
				scene={scene}
				lanes={scene.threads.map((_, thread) => thread).slice(0, LANES_MAX)}
				label="How the run begins; timeline. The steps are in the table below."
				time_ns={playback.time_ns}
				seek={playback.seek}
			/>
			<Transport playback={playback} valueText={valueText}>
				1 s shows {speedOf(scene) / 1000} us of the model’s time
			</Transport>
			<p class="opened-step">{valueText}</p>
			<StepsTable scene={scene} />
		</figure>
	);
}
