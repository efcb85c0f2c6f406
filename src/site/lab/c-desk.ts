import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Place, SourceFile } from '../../engine/c/source.ts';
import { keyByName } from '../../experiment/keys.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import type { Pasted, ReadC } from './job.ts';
import { BrokenOff } from './job-in-worker.ts';
import type { Laboratory } from './laboratory.ts';
import type { Memory } from './remember.ts';
import { type SideName, turned } from './side.ts';

/** The C of one side, as the reader types it. */
export interface CDesk {
	/** Whose C it is; A's where there is no B. */
	readonly side: ReadonlySignal<SideName>;
	readonly choose: (side: SideName) => void;
	/** What was read last; null before the C was opened. */
	readonly read: Signal<ReadC | null>;
	/** The texts as they stand in the editor; replaced from outside when `shown` changes. */
	readonly files: Signal<readonly SourceFile[]>;
	/** Raised when the texts did not come from the editor. */
	readonly shown: Signal<number>;
	/** The eras under the text, in words. */
	readonly over: ReadonlySignal<string>;
	/** What became of what was pasted last, or null. */
	readonly pasted: Signal<Pasted | null>;
	readonly problem: Signal<string | null>;
	/** Where the reader wants to go in the editor, lines and columns from 1; null once they are there. */
	readonly wanted: Signal<Place | null>;
	/** Whether a paste can be taken back. */
	readonly before: Signal<readonly SourceFile[] | null>;
	readonly open: () => Promise<void>;
	readonly type: (path: string, text: string) => void;
	readonly paste: (text: string) => Promise<void>;
	readonly takeBack: () => Promise<void>;
	/** Back to the text of the eras. */
	readonly reset: () => Promise<void>;
	/** Reads the C anew whenever it is open and is another side's, the eras under it change, or its patch from elsewhere. */
	readonly follow: () => () => void;
}

/** Typing is waited for this long before it is read, in ms. */
const PAUSE_MS = 200;

/** Makes the desk at which a laboratory's C is edited. */
export function cDesk(lab: Laboratory, memory: Memory): CDesk {
	const chosen = signal<SideName>('a');
	const side = computed(() => (lab.sides.value.b === null ? 'a' : chosen.value));
	const read = signal<ReadC | null>(null);
	const files = signal<readonly SourceFile[]>([]);
	const shown = signal(0);
	const pasted = signal<Pasted | null>(null);
	const problem = signal<string | null>(null);
	const wanted = signal<Place | null>(null);
	const before = signal<readonly SourceFile[] | null>(null);
	const recipe = computed<Recipe | null>(() => lab.readings[side.value].value?.recipe ?? null);
	const over = computed(() => eraWords(recipe.value));
	let pause: ReturnType<typeof setTimeout> | undefined;
	let latest = 0;

	/** The recipe follows C that is in order; else it stays at the last that was. */
	const takeIn = (now: ReadC) => {
		read.value = now;
		const patchKey = keyByName.get('patch');
		const isWrong = now.diagnostics.some(({ severity }) => severity === 'error');
		if (isWrong || patchKey === undefined) return;
		lab.sides.value = turned(lab.sides.value, side.value, patchKey, now.patch, lab.choices);
		lab.small.value = side.value;
	};
	const show = (now: ReadC) => {
		files.value = now.files;
		shown.value += 1;
		takeIn(now);
	};
	/** Keeps what was typed, if it differs from the text under it. */
	const keep = (now: ReadC) => {
		memory.draft.value = now.diff === '' ? null : { side: side.value, over: over.value, files: now.files };
	};
	const asking = async (what: () => Promise<void>) => {
		latest += 1;
		clearTimeout(pause);
		try {
			problem.value = null;
			await what();
		} catch (error) {
			if (!(error instanceof BrokenOff)) problem.value = (error as Error).message;
		}
	};
	const readFiles = (typed: readonly SourceFile[]) =>
		asking(async () => {
			if (recipe.value === null) return;
			const now = await lab.desk.ask('read', { recipe: recipe.value, files: typed });
			show(now);
			keep(now);
		});

	const open = () =>
		asking(async () => {
			if (recipe.value === null) throw new Error('the recipe is not in order; mend what is marked above first');
			const now = await lab.desk.ask('open', { recipe: recipe.value });
			const draft = memory.draft.value;
			if (draft !== null && draft.side === side.value && draft.over === over.value) {
				const typed = await lab.desk.ask('read', { recipe: recipe.value, files: draft.files });
				// Of two texts with one meaning, the reader's own; and what has errors has no meaning yet.
				const isUnfinished = typed.diagnostics.some(({ severity }) => severity === 'error');
				if (isUnfinished || typed.patch === now.patch || now.patch === '') return show(typed);
			}
			show(now);
		});

	return {
		side,
		choose: (wanted) => {
			chosen.value = wanted;
		},
		read,
		files,
		shown,
		over,
		pasted,
		problem,
		wanted,
		before,
		open,
		type: (path, text) => {
			files.value = files.value.map((file) => (file.path === path ? { path, text } : file));
			memory.draft.value = { side: side.value, over: over.value, files: files.value };
			clearTimeout(pause);
			const mine = ++latest;
			pause = setTimeout(async () => {
				if (recipe.value === null) return;
				try {
					const now = await lab.desk.ask('read', { recipe: recipe.value, files: files.value });
					if (mine !== latest) return;
					problem.value = null;
					takeIn(now);
					keep(now);
				} catch (error) {
					problem.value = (error as Error).message;
				}
			}, PAUSE_MS);
		},
		paste: (text) =>
			asking(async () => {
				if (recipe.value === null) throw new Error('the recipe is not in order; mend what is marked above first');
				const now = await lab.desk.ask('paste', { recipe: recipe.value, text });
				pasted.value = now;
				if (!now.landed) return;
				before.value = files.value.length > 0 ? files.value : null;
				show(now.read);
				keep(now.read);
			}),
		takeBack: async () => {
			const texts = before.value;
			before.value = null;
			pasted.value = null;
			if (texts !== null) await readFiles(texts);
		},
		reset: () =>
			asking(async () => {
				if (recipe.value === null) return;
				const now = await lab.desk.ask('open', { recipe: { ...recipe.value, patch: '' } });
				pasted.value = null;
				show(now);
				keep(now);
			}),
		follow: () => {
			let last = { side: side.peek(), over: over.peek(), patch: recipe.peek()?.patch };
			return effect(() => {
				const now = { side: side.value, over: over.value, patch: recipe.value?.patch };
				const before = last;
				const shown = read.peek();
				if (now.patch === undefined || shown === null) return;
				last = now;
				const isSide = now.side !== before.side;
				const isOther = now.patch !== before.patch && now.patch !== shown.patch;
				// Who starts anew, or opens a link, does not want what was typed here.
				if (isOther && !isSide) memory.draft.value = null;
				if (isOther || isSide || now.over !== before.over) void open();
			});
		},
	};
}

function eraWords(recipe: Recipe | null): string {
	return recipe === null ? '' : `page lock ${recipe['page-lock']}, policy ${recipe.policy}`;
}
