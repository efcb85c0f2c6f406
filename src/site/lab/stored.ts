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

const NAME = 'laboratory';

/** Reads what was stored; null if there is nothing, it cannot be had, or it is not in order. */
export function readStored(storage: Pick<Storage, 'getItem'> | null): Stored | null {
	try {
		const found: unknown = JSON.parse(storage?.getItem(NAME) ?? 'null');
		return isStored(found) ? found : null;
	} catch {
		return null;
	}
}

/** Stores it; returns whether the browser took it. */
export function store(storage: Pick<Storage, 'setItem'> | null, stored: Stored): boolean {
	try {
		storage?.setItem(NAME, JSON.stringify(stored));
		return storage !== null;
	} catch {
		return false;
	}
}

/** The browser's storage, or null where it is switched off. */
export function browserStorage(): Storage | null {
	try {
		return globalThis.localStorage;
	} catch {
		return null;
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
