import type { SourceFile } from '../../engine/c/source.ts';
import type { SideName, Sides } from './side.ts';

/** C that was typed, in order or not. */
export interface Draft {
	/** Whose. */
	readonly side: SideName;
	/** The eras that it was typed over, in words. */
	readonly over: string;
	readonly files: readonly SourceFile[];
}

/** What a reload must not lose. It never leaves the browser. */
export interface Stored {
	/** The address that the rest was typed at. */
	readonly fragment: string;
	readonly sides: Sides;
	readonly draft: Draft | null;
	/** What stands in the field for a patch. */
	readonly pasted: string;
}

/** Where it is stored; null what the browser has switched off. */
export interface Storages {
	/** The tab's, which outlives a reload. */
	readonly own: Pick<Storage, 'getItem' | 'setItem'> | null;
	/** That of all tabs, now and later. */
	readonly shared: Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** What was typed in one tab. */
interface Entry extends Stored {
	/** A name that no other has. */
	readonly tab: string;
}

const NAME = 'laboratory';

/** What was typed in so many tabs is kept, the latest first. */
const TABS_MAX = 8;

/**
 * Reads what is to be shown at an address: what was typed in this tab; in a new one what was typed last, or at the
 * address if it has a fragment. Null if there is nothing, it cannot be had, or it is not in order.
 */
export function readStored({ own, shared }: Storages, fragment: string): Stored | null {
	const [mine] = entriesIn(own);
	return mine ?? entriesIn(shared).find((each) => fragment === '' || each.fragment === fragment) ?? null;
}

/**
 * Stores what was typed in a tab, beside what was typed in others.
 *
 * @param tab its name, if it has none yet
 * @returns whether the browser took it
 */
export function store({ own, shared }: Storages, tab: string, stored: Stored): boolean {
	const entry = { ...stored, tab: entriesIn(own)[0]?.tab ?? tab };
	const isOwn = put(own, [entry]);
	const entries = [entry, ...entriesIn(shared).filter((each) => each.tab !== entry.tab)].slice(0, TABS_MAX);
	let isShared = put(shared, entries);
	// Where there is no room for all, the oldest go.
	while (!isShared && entries.length > 1) {
		entries.pop();
		isShared = put(shared, entries);
	}
	return isOwn || isShared;
}

/** The browser's storages. */
export function browserStorages(): Storages {
	return { own: had(() => sessionStorage), shared: had(() => localStorage) };
}

function had(storage: () => Storage): Storage | null {
	try {
		return storage();
	} catch {
		return null;
	}
}

function entriesIn(storage: Storages['own']): Entry[] {
	try {
		const found: unknown = JSON.parse(storage?.getItem(NAME) ?? '[]');
		// Once there was a single one, without its tab.
		return [found].flat().filter(isStored) as Entry[];
	} catch {
		return [];
	}
}

function put(storage: Storages['own'], entries: readonly Entry[]): boolean {
	try {
		storage?.setItem(NAME, JSON.stringify(entries));
		return storage !== null;
	} catch {
		return false;
	}
}

function isStored(found: unknown): found is Stored {
	const { fragment, sides, draft, pasted } = Object(found);
	return (
		typeof fragment === 'string' &&
		typeof pasted === 'string' &&
		isSide(sides?.a) &&
		(sides.b === null || isSide(sides.b)) &&
		(draft === null || isDraft(draft))
	);
}

function isSide(found: unknown): boolean {
	const { from, typed } = Object(found);
	return (
		(from === null || typeof from === 'string') &&
		typeof typed === 'object' &&
		typed !== null &&
		Object.values(typed).every((text) => typeof text === 'string')
	);
}

function isDraft(found: unknown): boolean {
	const { side, over, files } = Object(found);
	return (side === 'a' || side === 'b') && typeof over === 'string' && Array.isArray(files) && files.every(isFile);
}

function isFile(found: unknown): found is SourceFile {
	const { path, text } = Object(found);
	return typeof path === 'string' && typeof text === 'string';
}
