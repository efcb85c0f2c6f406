import { effect, type Signal, signal } from '@preact/signals';
import type { Laboratory } from './laboratory.ts';
import { type Sides, startOf } from './side.ts';
import { browserStorages, type Draft, readStored, type Stored, store } from './stored.ts';

/** What a reader typed beside the knobs, kept over a reload, each tab for itself. */
export interface Memory {
	/** Null if nothing was typed. */
	readonly draft: Signal<Draft | null>;
	/** What stands in the field for a patch. */
	readonly pasted: Signal<string>;
	/** Whether the browser keeps it. */
	readonly isKept: Signal<boolean>;
	/** Opens what stands in an address, with what was typed there. */
	readonly restore: (fragment: string) => Promise<void>;
	/** Keeps what is typed from now on. */
	readonly keep: () => void;
}

/** Typing is waited for this long before it is stored, in ms. */
const PAUSE_MS = 200;

/** Makes the memory of a laboratory. */
export function remember(lab: Laboratory): Memory {
	const draft: Memory['draft'] = signal(null);
	const pasted = signal('');
	const isKept = signal(true);
	const storages = browserStorages();
	const tab = String(Math.random());
	let pause: ReturnType<typeof setTimeout> | undefined;
	const restore = async (fragment: string) => {
		const stored = readStored(storages, fragment);
		if (stored !== null) {
			draft.value = stored.draft;
			pasted.value = stored.pasted;
		}
		const isOurs =
			stored !== null && isPossible(stored.sides, lab) && (fragment === '' || fragment === stored.fragment);
		if (fragment !== '') await lab.open(fragment);
		// It is what was opened, and besides what was typed and is not in order yet.
		if (isOurs) lab.sides.value = stored.sides;
	};
	const keep = () => {
		const before = [lab.sides.value, draft.value, pasted.value];
		let isTouched = false;
		const save = () => {
			if (isTouched) isKept.value = store(storages, tab, stateOf(lab, draft.peek(), pasted.peek()));
		};
		effect(() => {
			// The address follows the run: what it holds is read when it is stored.
			void lab.shown.value;
			const now = [lab.sides.value, draft.value, pasted.value];
			// Who only looks shall not be taken for who typed last.
			isTouched ||= now.some((each, index) => each !== before[index]);
			clearTimeout(pause);
			pause = setTimeout(save, PAUSE_MS);
		});
		addEventListener('pagehide', save);
	};
	return { draft, pasted, isKept, restore, keep };
}

function stateOf({ sides }: Laboratory, draft: Stored['draft'], pasted: string): Stored {
	return { fragment: location.hash.slice(1), sides: sides.peek(), draft, pasted };
}

/** Whether there still are the experiments that the sides start from. */
function isPossible({ a, b }: Sides, { choices }: Laboratory): boolean {
	try {
		for (const side of [a, b]) if (side !== null) startOf(side, choices);
		return true;
	} catch {
		return false;
	}
}
