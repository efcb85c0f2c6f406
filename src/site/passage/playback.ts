import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Scene, stepAt } from './scene.ts';

/** A figure's own time: where its cursor stands, and what moves it. */
export interface Playback {
	readonly scene: ReadonlySignal<Scene>;
	readonly time_ns: Signal<number>;
	readonly playing: Signal<boolean>;
	/** The number of the step that stands there. */
	readonly step: ReadonlySignal<number>;
	/** Goes to a time (ns) and rests there. */
	readonly seek: (time_ns: number) => void;
	/** So many steps on; back, if negative. */
	readonly move: (steps: number) => void;
	readonly reset: () => void;
	readonly toggle: () => void;
}

/** How much model time a second of playing shows: a tenth of the stretch. */
export function speedOf({ from_ns, to_ns }: Pick<Scene, 'from_ns' | 'to_ns'>): number {
	return (to_ns - from_ns) / 10;
}

/** Makes a figure's playback; it rests at `start_ns`, to which a reset returns. */
export function playbackOf(scene: ReadonlySignal<Scene>, start_ns: number): Playback {
	const time_ns = signal(start_ns);
	const playing = signal(false);
	/** Several steps may stand at one time; this is the one that the reader went to. */
	const chosen = signal<{ scene: Scene; time_ns: number; step: number } | null>(null);
	const step = computed(() => {
		const there = chosen.value;
		if (there !== null && there.scene === scene.value && there.time_ns === time_ns.value) return there.step;
		return stepAt(scene.value, time_ns.value);
	});
	const within = (wanted_ns: number) => Math.max(scene.value.from_ns, Math.min(scene.value.to_ns, wanted_ns));
	const seek = (wanted_ns: number) => {
		playing.value = false;
		time_ns.value = within(wanted_ns);
	};

	/** Runs until it is paused; after the end it begins again. */
	const play = (before_ms: number) => {
		requestAnimationFrame((now_ms) => {
			if (!playing.value) return;
			const { from_ns, to_ns } = scene.value;
			const next_ns = time_ns.value + ((now_ms - before_ms) / 1000) * speedOf(scene.value);
			time_ns.value = next_ns > to_ns ? from_ns : Math.round(next_ns);
			play(now_ms);
		});
	};

	return {
		scene,
		time_ns,
		playing,
		step,
		seek,
		move: (steps) => {
			const { steps: all } = scene.value;
			const to = Math.max(0, Math.min(all.length - 1, step.value + steps));
			const [there_ns] = all[to] ?? [];
			if (there_ns === undefined) return;
			batch(() => {
				seek(there_ns);
				chosen.value = { scene: scene.value, time_ns: there_ns, step: to };
			});
		},
		reset: () => seek(start_ns),
		toggle: () => {
			playing.value = !playing.value;
			if (playing.value) play(performance.now());
		},
	};
}
