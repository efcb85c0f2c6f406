import { batch, type Signal, signal } from '@preact/signals';
import { watchedWorker } from '../worker/watched-worker.ts';
import { announce } from './announce.ts';
import type { Stretch } from './compute.ts';
import type { Pictures } from './figure-data.ts';
import type { OtherSeed, SeedAnswer, SeedRequest } from './seed-request.ts';

/** One experiment on one page: whatever is in the passage follows its choice and its seed. */
export interface Passage {
	readonly experiment: string;
	readonly choice: Signal<string>;
	/** What the reader turned to last; it becomes the choice as soon as all pictures of it are there. */
	wanted: string;
	/** What the figures show under each choice, by address; null until it is there. */
	readonly pictures: Map<string, Signal<Pictures | null>>;
	/** Null while the page shows the seed that it was made with. */
	readonly otherSeed: Signal<OtherSeed | null>;
	/** The seed that is being computed, or null. */
	readonly busy: Signal<number | null>;
	/** What went wrong last, or null. */
	readonly problem: Signal<string | null>;
	/** The stretches that the passage's figures show. */
	readonly stretches: Stretch[];
}

const passages = new Map<string, Passage>();

/**
 * Returns the passage of an experiment. In the browser all parts of a page share it; at build time each part has one of
 * its own, since pages that differ in their choice are made side by side.
 *
 * @param start the choice that the page starts in.
 */
export function passage(experiment: string, start: string): Passage {
	const known = passages.get(experiment);
	if (known !== undefined) return known;
	const made: Passage = {
		experiment,
		choice: signal(start),
		wanted: start,
		pictures: new Map(),
		otherSeed: signal(null),
		busy: signal(null),
		problem: signal(null),
		stretches: [],
	};
	if (!import.meta.env.SSR) passages.set(experiment, made);
	return made;
}

/** Says which stretch a figure shows, so that another seed is computed for it too; returns its number. */
export function joinPassage({ stretches }: Passage, stretch: Stretch): number {
	const at = stretches.findIndex(({ from_ns, to_ns }) => from_ns === stretch.from_ns && to_ns === stretch.to_ns);
	return at >= 0 ? at : stretches.push(stretch) - 1;
}

/** Says which pictures a figure shows, so that the passage is turned when they are there; returns them. */
export function joinPictures({ pictures }: Passage, address: string): Signal<Pictures | null> {
	const known = pictures.get(address) ?? signal(null);
	pictures.set(address, known);
	return known;
}

/** Back to the seed that the page was made with. */
export function leaveSeed({ otherSeed, problem }: Passage): void {
	otherSeed.value = null;
	problem.value = null;
}

/** Computes the whole passage with another seed, in a worker of its own; until it is there all stays as it was. */
export function takeSeed({ experiment, stretches, busy, problem, otherSeed }: Passage, seed: number): void {
	if (busy.value !== null) return;
	busy.value = seed;
	const worker = new Worker(new URL('./seed.worker.ts', import.meta.url), { type: 'module' });
	const take = (answer: SeedAnswer) => {
		end();
		batch(() => {
			busy.value = null;
			problem.value = 'error' in answer ? answer.error : null;
			if (!('error' in answer)) otherSeed.value = answer;
		});
		if (!('error' in answer)) announce(`Seed ${seed}. Figures and numbers of this passage follow.`);
	};
	const { send, end } = watchedWorker<SeedRequest, SeedAnswer>(worker, {
		hear: take,
		lose: (error) => take({ error }),
	});
	send({ experiment, seed, stretches });
}
