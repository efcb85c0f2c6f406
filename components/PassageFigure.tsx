import '@preact/signals';
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { moment } from '../src/site/format.ts';
import { chosen } from '../src/site/passage/by-choice.ts';
import type { FigureData } from '../src/site/passage/figure-data.ts';
import { joinPassage, joinPictures, passage } from '../src/site/passage/passage.ts';
import { playbackOf, speedOf } from '../src/site/passage/playback.ts';
import { fetchPictures } from '../src/site/passage/turn-passage.ts';
import Listing from './Listing.tsx';
import RunLine from './RunLine.tsx';
import StepsTable from './StepsTable.tsx';
import StepWords from './StepWords.tsx';
import Timeline from './Timeline.tsx';
import Transport from './Transport.tsx';

interface Props {
	experiment: string;
	/** The choice in which the page starts. */
	start: string;
	title: string;
	/** Where the cursor stands first, in ns. */
	startAt_ns: number;
	/** `FigureData` as JSON, which Astro would otherwise wrap piece by piece. */
	data: string;
	/** The legend, which stands below the lanes. */
	children?: ComponentChildren;
}

/** Lanes and listing of a passage's run, in step, with what moves them. */
export default function PassageFigure({ experiment, start, title, startAt_ns, data, children }: Props) {
	const here = passage(experiment, start);
	const page = useMemo(() => JSON.parse(data) as FigureData, [data]);
	const { turn, lanes, room, seed, isRandom, digests, models } = page;
	const { from_ns, to_ns } = page.scene;
	const stretchNumber = useMemo(() => joinPassage(here, { from_ns, to_ns }), [here, from_ns, to_ns]);
	const pictures = useMemo(() => joinPictures(here, page.pictures), [here, page]);
	const scene = useComputed(() => {
		const other = here.otherSeed.value?.scenes[stretchNumber];
		// What came with the page stays the same thing when the others have come, and nothing is drawn anew.
		return chosen(other ?? { ...pictures.value?.scenes, [start]: page.scene }, here.choice.value);
	});
	const playback = useMemo(() => playbackOf(scene, startAt_ns), [scene, startAt_ns]);
	const valueText = useComputed(() => {
		const [, thread, words] = scene.value.steps[playback.step.value] ?? [0, 0, 0];
		return `${moment(playback.time_ns.value)}: ${scene.value.threads[thread]} ${scene.value.words[words]}`;
	});
	const parts = pictures.value?.listings?.[here.choice.value] ?? page.listing;

	useEffect(() => {
		// Should it fail, whoever turns the passage asks again, and is told.
		fetchPictures(here).catch(() => {});
	}, [here]);
	// A figure that leaves the page must not go on asking for frames.
	useLayoutEffect(() => () => playback.reset(), [playback]);

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the keys are a short cut to the buttons within.
		<div class={parts.length > 0 ? 'lock-figure-body with-listing' : 'lock-figure-body'} onKeyDown={keysOf(playback)}>
			<div class="lock-figure-run">
				<Timeline
					scene={scene.value}
					lanes={lanes}
					label={`${title}; timeline. The steps are in the table below.`}
					time_ns={playback.time_ns}
					seek={playback.seek}
				/>
				<Transport playback={playback} valueText={valueText}>
					1 s shows {speedOf(page.scene) / 1000} us of the model’s time
				</Transport>
				<StepWords playback={playback} hasListing={parts.length > 0} room={room} />
				{children}
				<RunLine here={here} turn={turn} seed={seed} isRandom={isRandom} digests={digests} models={models} />
				<StepsTable scene={scene.value} />
			</div>
			{parts.length > 0 && <Listing parts={parts} scene={scene.value} step={playback.step} lanes={lanes} />}
		</div>
	);
}

type Playback = ReturnType<typeof playbackOf>;

/** The keys of a figure; a button within keeps its own. */
function keysOf({ move, seek, toggle, scene }: Playback) {
	const keys: Record<string, () => void> = {
		ArrowLeft: () => move(-1),
		ArrowRight: () => move(1),
		Home: () => seek(scene.value.from_ns),
		End: () => seek(scene.value.to_ns),
		' ': toggle,
	};
	return (event: KeyboardEvent) => {
		const press = keys[event.key];
		const within = event.target instanceof Element ? event.target : null;
		const isOnButton = event.key === ' ' && within?.closest('button, summary, a') !== null;
		// A listing that scrolls sideways does so by arrows.
		if (press === undefined || isOnButton || within?.closest('pre') || event.altKey || event.ctrlKey || event.metaKey)
			return;
		event.preventDefault();
		press();
	};
}
