import { batch, effect, type Signal, signal } from '@preact/signals';
import type { Turn } from '../../experiment/turn.ts';
import { type ByChoice, chosen } from '../passage/by-choice.ts';
import type { Passage } from '../passage/passage.ts';
import { turnWords } from '../passage/turn-words.ts';
import type { Told } from '../verdict/told.ts';
import { askWay } from './ask-way.ts';
import type { Session } from './session.ts';
import type { ScheduleView } from './view.ts';
import { nextSteps, type Walk, walkBack, walkOn } from './walk.ts';

/** What became of the question for the shortest way. */
type WayState =
	| { readonly kind: 'none' }
	| { readonly kind: 'searching'; readonly states: number }
	| { readonly kind: 'walk'; readonly walk: Walk }
	/** The reader went another way. */
	| { readonly kind: 'left' }
	| { readonly kind: 'problem'; readonly problem: string };

/** A game on a page: what it shows, and what the reader can do. */
export interface Play {
	/** Null until it is first played: then it shows what came with the page. */
	readonly view: Signal<ScheduleView | null>;
	/** What has just happened, in a sentence. */
	readonly said: Signal<string>;
	readonly way: Signal<WayState>;
	readonly choose: (thread: number) => void;
	readonly back: () => void;
	readonly reset: () => void;
	/** Asks for the shortest way from here. */
	readonly ask: () => void;
	readonly stopAsking: () => void;
	/** Takes the way's next step, or all up to the next refusal. */
	readonly follow: (upTo: 'step' | 'refusal') => void;
	/** Ends it. */
	readonly leave: () => void;
}

/** A loop that never refuses the victim is followed so far, and no farther. */
const FOLLOWED_MAX = 200;

/** Makes a passage's game; it starts over when its rule is turned. */
export function playOf(here: Passage, { key }: Turn, searched: ByChoice<Told>): Play {
	const view = signal<ScheduleView | null>(null);
	const said = signal('');
	const way = signal<WayState>({ kind: 'none' });
	let session: Promise<Session> | null = null;
	let stopSearch = () => {};

	const open = (): Promise<Session> => {
		const choice = here.choice.peek();
		session ??= import('./session.ts').then(
			({ Session }) => new Session(here.experiment, choice, chosen(searched, choice).verdict),
		);
		return session;
	};
	/** Does something to the game as soon as its engine is there; shows what became of it. */
	const act = (change: (game: Session) => void) => {
		const mine = open();
		mine
			.then((game) => {
				if (session !== mine) return;
				batch(() => {
					change(game);
					view.value = game.view;
				});
			})
			.catch((error: Error) => {
				session = null;
				said.value = `The engine could not go on: ${error.message}; reload the page and try again.`;
			});
	};
	const leaveWay = (kind: 'none' | 'left') => {
		stopSearch();
		if (way.value.kind !== 'none') way.value = { kind };
	};
	const moveWay = (walk: Walk | null) => {
		if (walk !== null) way.value = { kind: 'walk', walk };
		else leaveWay('left');
	};

	const take = (game: Session, thread: number) => {
		const { name, words } = game.view.threads[thread] ?? { name: '', words: '' };
		if (!game.choose(thread)) {
			said.value = `${name} cannot run: it ${words}.`;
			return;
		}
		said.value = `${name} ${words}.`;
		const { value } = way;
		moveWay(value.kind === 'walk' ? walkOn(value.walk, thread) : null);
	};
	const takeNext = (game: Session): boolean => {
		const [next] = way.value.kind === 'walk' ? nextSteps(way.value.walk, 1) : [];
		if (next !== undefined) take(game, next.number);
		return next !== undefined;
	};

	const startOver = (why: string) => {
		session = null;
		leaveWay('none');
		said.value = why;
		view.value = null;
	};
	let shown = here.choice.peek();
	const leave = effect(() => {
		const choice = here.choice.value;
		if (choice === shown) return;
		shown = choice;
		const isPlayed = (view.peek()?.steps.length ?? 0) > 0;
		startOver(isPlayed ? `The ${turnWords[key]} is ${choice} now, so the game starts over.` : '');
	});

	return {
		view,
		said,
		way,
		choose: (thread) => act((game) => take(game, thread)),
		back: () =>
			act((game) => {
				const hadSteps = game.history.length > 0;
				game.back();
				said.value = hadSteps ? 'One step back.' : 'This is the beginning.';
				const { value } = way;
				moveWay(value.kind === 'walk' ? walkBack(value.walk) : null);
			}),
		reset: () => startOver('From the beginning.'),
		ask: () => {
			leaveWay('none');
			way.value = { kind: 'searching', states: 0 };
			act(({ history }) => {
				stopSearch = askWay({ experiment: here.experiment, choice: here.choice.peek(), history }, (answer) => {
					if (answer.kind === 'progress') way.value = { kind: 'searching', states: answer.states };
					else if (answer.kind === 'problem') way.value = answer;
					else way.value = { kind: 'walk', walk: { way: answer.way, done: 0 } };
				});
			});
		},
		stopAsking: () => leaveWay('none'),
		follow: (upTo) =>
			act((game) => {
				const { rounds } = game;
				for (let steps = 0; steps < FOLLOWED_MAX && takeNext(game); steps++) {
					if (upTo === 'step' || game.rounds > rounds) return;
				}
			}),
		leave: () => {
			leaveWay('none');
			leave();
		},
	};
}
