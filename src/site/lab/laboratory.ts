import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Fairness } from '../../engine/check/model.ts';
import type { Content } from '../../experiment/content.ts';
import { keys } from '../../experiment/keys.ts';
import { compareOpened } from '../../experiment/link/compare-opened.ts';
import { promiseOf } from '../../experiment/link/promise-of.ts';
import { emptyRecipe, type Recipe } from '../../experiment/recipe.ts';
import type { Stretch } from '../passage/compute.ts';
import { fragmentOf } from './fragment.ts';
import type { Addressed, Ordered, Ran } from './job.ts';
import { Bench, BrokenOff } from './job-in-worker.ts';
import { QUICK_STATES, type Searches, searchesIn, searchName } from './searches.ts';
import { type Choices, type Reading, readSide, type SideName, type Sides, sideOf } from './side.ts';

/** The runs that are shown: of A, and of B if there is one. */
export interface Shown {
	readonly a: Ran;
	readonly b: Ran | null;
}

/** All that the laboratory's page knows; its parts read and turn it. */
export interface Laboratory {
	readonly choices: Choices;
	readonly sides: Signal<Sides>;
	readonly readings: Readonly<Record<SideName, ReadonlySignal<Reading | null>>>;
	readonly stretch: Signal<Stretch>;
	readonly fairness: Signal<Fairness>;
	/** Null before the first run. */
	readonly shown: Signal<Shown | null>;
	/** Seeds done, and of how many; null while nothing runs. */
	readonly running: Signal<{ readonly done: number; readonly of: number } | null>;
	/** Why the last run came to nothing, or null. */
	readonly problem: Signal<string | null>;
	/** What became of the link that was opened, in words; null if none was. */
	readonly opened: Signal<string | null>;
	readonly searches: Searches;
	/** For short jobs beside the runs. */
	readonly desk: Bench;
	/** For sweeps, which may take long. */
	readonly sweeper: Bench;
	readonly stop: () => void;
	/** Runs what stands there now, and tells where to find it. */
	readonly run: () => Promise<void>;
	/** Whether searches follow what is turned: from the first on that the reader asked for. */
	readonly isSearching: ReadonlySignal<boolean>;
	/** The side whose C is being edited: it is searched by itself, with a victim and two lockers; null if none is. */
	readonly small: Signal<SideName | null>;
	/** Searches all orders of what is shown, up to so many states. */
	readonly search: (statesMax?: number) => Promise<void>;
	/** Shows what stands in an address behind '#'. */
	readonly open: (fragment: string) => Promise<void>;
	readonly ordered: (which: SideName) => Ordered | null;
	/** The side as a link's subject, without its promise. */
	readonly addressed: () => Omit<Addressed, 'promise'> | null;
}

/** Where the laboratory starts if nobody says otherwise, in model time. */
const FIRST_STRETCH: Stretch = { from_ns: 0, to_ns: 700_000 };
const FIRST_SIDES: Sides = { a: { from: 'unlucky', typed: {} }, b: null };

/** Makes a laboratory whose workers know these texts. It begins to run by `begin`. */
export function laboratory(choices: Choices, content: Promise<Content>): Laboratory {
	const sides = signal(FIRST_SIDES);
	const stretch = signal(FIRST_STRETCH);
	const fairness = signal<Fairness>('weak');
	const shown = signal<Shown | null>(null);
	const running = signal<{ done: number; of: number } | null>(null);
	const problem = signal<string | null>(null);
	const opened = signal<string | null>(null);
	const searches = searchesIn(content);
	const runner = new Bench(content);
	const desk = new Bench(content, { inTurn: true });
	const small = signal<SideName | null>(null);
	const readings = {
		a: computed<Reading | null>(() => readSide(sides.value, 'a', choices)),
		b: computed<Reading | null>(() => (sides.value.b === null ? null : readSide(sides.value, 'b', choices))),
	};
	let controller = new AbortController();
	/** What a link promised that was opened, until it is compared. */
	let promised: Pick<Addressed, 'question' | 'promise'> | null = null;
	/** Whether the next run is of what was opened: what is said of the link stays for that one. */
	let isOpening = false;
	/** A search is long for some machines: it is begun when the reader asks for the first one, and follows from then on. */
	const isSearching = signal(false);

	const recipeOf = (which: SideName): Recipe | null => readings[which].value?.recipe ?? null;
	const ordered = (which: SideName): Ordered | null => {
		const recipe = recipeOf(which);
		const start = choices.experiments.find(({ name }) => name === sides.value[which]?.from);
		return recipe && { recipe, experiment: start ? { name: start.name, title: start.title } : null };
	};
	const addressed = () => {
		const [a, b] = [recipeOf('a'), recipeOf('b')];
		const recipe = b ?? a;
		const from = sides.value[b === null ? 'a' : 'b']?.from ?? null;
		return recipe && { from, recipe, base: b === null ? null : a, question: { kind: 'run' } as const };
	};
	const writeAddress = async (ran: Shown) => {
		const subject = addressed();
		const { result } = ran.b ?? ran.a;
		if (subject === null) return;
		const link = await desk.ask('encode', { ...subject, promise: promiseOf(subject.question, result) });
		history.replaceState(null, '', `#${fragmentOf(link)}`);
	};
	/** Tells what became of the promise of the link that was opened; one of a search's, once all is searched. */
	const compare = (ran: Shown) => {
		if (promised === null) return;
		const { question, promise } = promised;
		const { result } = ran.b ?? ran.a;
		const found =
			question.kind === 'run' ? result : searches.found.value.get(searchName(result.recipe, question.fairness));
		if (found === undefined) return;
		opened.value = compareOpened(promise, promiseOf(question, found)).words;
		promised = null;
	};
	const searchShown = async (statesMax: number) => {
		const ran = shown.value;
		if (ran === null) return;
		const edited = small.value === null ? null : ran[small.value];
		const all = isSearching.value ? [ran.a, ran.b] : [];
		const recipes = all.flatMap((each) => (each === null ? [] : [each.result.recipe]));
		const wishes = edited === null ? recipes : [smallRecipe(edited.result.recipe), ...recipes];
		await searches.search(wishes.map((recipe) => ({ recipe, fairness: fairness.value, statesMax })));
		compare(ran);
	};
	const search = (statesMax = QUICK_STATES) => {
		isSearching.value = true;
		return searchShown(statesMax);
	};
	const run = async () => {
		const all = [ordered('a'), ordered('b')].filter((each) => each !== null);
		const wanted = sides.value.b === null ? 1 : 2;
		if (all.length < wanted) return;
		if (!isOpening) opened.value = null;
		isOpening = false;
		controller = new AbortController();
		running.value = { done: 0, of: all.reduce((sum, { recipe }) => sum + recipe.seeds, 0) };
		try {
			const [a, b = null] = await runner.ask(
				'run',
				{ ordered: all, stretch: stretch.value },
				{
					signal: controller.signal,
					onProgress: (done, of) => {
						running.value = { done, of };
					},
				},
			);
			if (a === undefined) return;
			batch(() => {
				shown.value = { a, b };
				problem.value = null;
				running.value = null;
			});
			compare({ a, b });
			// As long as nothing was turned, the page's own address says as much.
			if (location.hash !== '' || sides.value !== FIRST_SIDES) await writeAddress({ a, b });
			await searchShown(QUICK_STATES);
		} catch (error) {
			if (error instanceof BrokenOff) return;
			batch(() => {
				problem.value = (error as Error).message;
				running.value = null;
			});
		}
	};

	return {
		choices,
		sides,
		readings,
		stretch,
		fairness,
		shown,
		running,
		problem,
		opened,
		searches,
		desk,
		sweeper: new Bench(content),
		run,
		isSearching,
		small,
		search,
		ordered,
		addressed,
		stop: () => {
			controller.abort();
			running.value = null;
		},
		open: async (fragment) => {
			isOpening = true;
			try {
				const { from, recipe, base, question, promise } = await desk.ask('decode', { address: fragment });
				promised = { question, promise };
				if (question.kind === 'check') {
					fairness.value = question.fairness;
					isSearching.value = true;
				}
				const side = sideOf(from, recipe, choices);
				sides.value = base === null ? { a: side, b: null } : { a: sideOf(from, base, choices), b: side };
			} catch (error) {
				if (error instanceof BrokenOff) return;
				opened.value = `This link cannot be opened: ${(error as Error).message}. What is shown is not its.`;
			}
		},
	};
}

/** The same rules for a victim and two lockers: small enough to be searched while its C is typed. */
export function smallRecipe(recipe: Recipe): Recipe {
	const threads = keys.filter(({ group }) => group === 'threads').map(({ name }) => [name, emptyRecipe[name]]);
	return { ...recipe, ...Object.fromEntries(threads), victims: 1, lockers: 2 };
}

/** Typing is waited for this long, in ms, before anything runs. */
const PAUSE_MS = 150;

/** Lets the laboratory run whenever something was turned; returns what ends that. */
export function runOnTurns({ sides, stretch, fairness, small, run }: Laboratory): () => void {
	let pause: ReturnType<typeof setTimeout> | undefined;
	return effect(() => {
		void [sides.value, stretch.value, fairness.value, small.value];
		clearTimeout(pause);
		pause = setTimeout(() => void run(), PAUSE_MS);
	});
}
