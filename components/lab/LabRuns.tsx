import { useComputed } from '@preact/signals';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { differences, optionsText } from '../../src/experiment/recipe.ts';
import { moment } from '../../src/site/format.ts';
import type { Ran } from '../../src/site/lab/job.ts';
import type { Laboratory, Shown } from '../../src/site/lab/laboratory.ts';
import { type SideName, startOf } from '../../src/site/lab/side.ts';
import { type Playback, playbackOf, speedOf } from '../../src/site/passage/playback.ts';
import { type Scene, stepAt } from '../../src/site/passage/scene.ts';
import { threadStates } from '../../src/site/thread-states.ts';
import { stateOf } from '../../src/site/timeline/geometry.ts';
import StateItem from '../StateItem.tsx';
import StepWords from '../StepWords.tsx';
import Timeline from '../Timeline.tsx';
import Transport from '../Transport.tsx';
import LabStretch from './LabStretch.tsx';
import { later } from './later.tsx';

const LabDiffering = later(() => import('./LabDiffering.tsx'));
const StepsTable = later(() => import('../StepsTable.tsx'));
const LabParting = later(() => import('./LabParting.tsx'));

/** More lanes than this would be no picture. */
const LANES_MAX = 12;

/** The lanes of both recipes, at one time. */
export default function LabRuns({ lab, shown }: { lab: Laboratory; shown: Shown }) {
	const sceneA = useComputed(() => (lab.shown.value ?? shown).a.scene);
	const sceneB = useComputed(() => (lab.shown.value ?? shown).b?.scene ?? sceneA.value);
	const playback = useMemo(() => playbackOf(sceneA, lab.stretch.value.from_ns), [lab, sceneA]);
	const stepB = useComputed(() => stepAt(sceneB.value, playback.time_ns.value));
	const other: Playback = { ...playback, scene: sceneB, step: stepB };
	const valueText = useComputed(() => {
		const [, thread = 0, words = 0] = sceneA.value.steps[playback.step.value] ?? [];
		return `${moment(playback.time_ns.value)}: ${sceneA.value.threads[thread]} ${sceneA.value.words[words]}`;
	});
	useLayoutEffect(() => () => playback.reset(), [playback]);
	return (
		<figure class="lab-runs">
			<p class="figure-title">{shown.b === null ? 'The run' : 'The runs of A and B, on the same seed'}</p>
			<div class={shown.b === null ? 'lab-sides' : 'lab-sides two'}>
				<Side lab={lab} which="a" ran={shown.a} beside={shown.b} playback={playback} />
				{shown.b !== null && <Side lab={lab} which="b" ran={shown.b} beside={shown.a} playback={other} />}
			</div>
			{shown.b !== null && <LabParting a={shown.a.scene} b={shown.b.scene} playback={playback} />}
			<Transport playback={playback} valueText={valueText}>
				1 s shows {speedOf(sceneA.value) / 1000} us of the model’s time
			</Transport>
			<Legend scenes={[shown.a.scene, ...(shown.b === null ? [] : [shown.b.scene])]} />
			<LabStretch lab={lab} />
		</figure>
	);
}

interface SideProps {
	lab: Laboratory;
	which: SideName;
	ran: Ran;
	/** The other recipe's, if there are two. */
	beside: Ran | null;
	playback: Playback;
}

function Side({ lab, which, ran: { result, scene }, beside, playback }: SideProps) {
	const isDouble = beside !== null;
	const name = isDouble ? which.toUpperCase() : 'the recipe';
	const lanes = scene.threads.map((_, thread) => thread).slice(0, LANES_MAX);
	const [isOpen, setOpen] = useState(false);
	const start = startOf({ from: result.experiment, typed: {} }, lab.choices);
	const options = optionsText(differences(result.recipe, start), 'my.patch');
	return (
		<div class="lab-run" data-side={which}>
			{isDouble && <h3 class="lab-side-name">{which.toUpperCase()}</h3>}
			<div class="lab-lanes">
				<Timeline
					scene={scene}
					lanes={lanes}
					label={`Timeline of ${name}. The steps are in the table below.`}
					time_ns={playback.time_ns}
					seek={playback.seek}
				/>
				{beside !== null && <LabDiffering scene={scene} other={beside.scene} lanes={lanes.length} />}
			</div>
			{scene.threads.length > LANES_MAX && (
				<p class="lab-note">{scene.threads.length - LANES_MAX} more threads have no lane here.</p>
			)}
			{scene.steps.length > 0 && <StepWords playback={playback} hasListing={false} room={[]} />}
			<p class="run-line">
				Seed {result.seeds[0]?.seed}
				{result.seeds.length > 1 && `, the first of ${result.seeds.length}`}; model {result.modelDigest}, digest{' '}
				<code class="lab-digest">{result.digest}</code>
				{result.seeds.some(({ ending }) => ending !== 'time') && '; it ended before its time'}.{' '}
				<code class="run-command">{`bin/polite run ${[result.experiment ?? '', options].filter(Boolean).join(' ')}`}</code>
			</p>
			<details class="steps" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
				<summary>Step by step</summary>
				{isOpen && <StepsTable scene={scene} />}
			</details>
		</div>
	);
}

function Legend({ scenes }: { scenes: readonly Scene[] }) {
	const names = new Set(scenes.flatMap(({ segments }) => segments.map(([, activity]) => stateOf(activity).name)));
	return (
		<ul class="state-legend" aria-label="What the threads do">
			{threadStates
				.filter(({ name }) => names.has(name))
				.map((state) => (
					<StateItem key={state.name} state={state} />
				))}
		</ul>
	);
}
