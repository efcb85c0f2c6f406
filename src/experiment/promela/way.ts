import type { Place } from '../../engine/c/source.ts';
import { canPass } from '../../engine/check/local-states.ts';
import type { Watch } from '../../engine/check/model.ts';
import { ASLEEP, SUCCESSORS, type Tables } from '../../engine/model/tables.ts';
import { ExportError } from './export-error.ts';

/** Most marks, times and sleeps between two steps; the model's own ways have ten at most. */
const WAY_MAX = 100;

/** How a thread goes on from an operation, up to its next. */
export interface Way {
	/** The properties that forbid what it passes, before it sleeps and behind that. */
	readonly forbidden: readonly string[];
	readonly forbiddenBehind: readonly string[];
	/** The node in which it goes to sleep, unless nobody is to wake it any more; null if there is none. */
	readonly sleep: number | null;
	/** The node of its next operation, or of its end: after the sleep, if there is one. */
	readonly target: number;
	/** The places that its C runs through. */
	readonly places: readonly Place[];
}

/**
 * The way that a thread takes from `node` after that result.
 *
 * @throws ExportError for a loop without a step, or two sleeps in a row
 */
export function wayFrom(tables: Tables, watches: readonly Watch[], node: number, result: number): Way {
	const edge = node * SUCCESSORS + result;
	return wayOn(tables, watches, (tables.successor[edge] as number) >> 1, tables.edgePlaces[edge] ?? []);
}

/** The way that a thread takes from its first node to its first operation. */
export function wayIn(tables: Tables, entry: number): Way {
	return wayOn(tables, [], entry, []);
}

function wayOn(tables: Tables, watches: readonly Watch[], from: number, begun: readonly Place[]): Way {
	const forbidden: string[] = [];
	const forbiddenBehind: string[] = [];
	const places = [...begun];
	const passed = new Set<number>();
	let sleep: number | null = null;
	let node = from;
	for (; canPass(tables, node); node = (tables.successor[node * SUCCESSORS] as number) >> 1) {
		if (passed.has(node)) throw new ExportError(`${placeText(tables, node)}: a loop without a step; take one in it`);
		if (passed.size === WAY_MAX) {
			throw new ExportError(
				`${placeText(tables, node)}: more than ${WAY_MAX} marks or times in a row; take a step between`,
			);
		}
		passed.add(node);
		const noted = sleep === null ? forbidden : forbiddenBehind;
		noted.push(...watches.filter(({ nodes }) => nodes[node] === 1).map(({ name }) => name));
		if (tables.operation[node] === ASLEEP) {
			if (sleep !== null) {
				throw new ExportError(`${placeText(tables, node)}: a sleep right behind a sleep; take a step in between`);
			}
			sleep = node;
		}
		places.push(...(tables.edgePlaces[node * SUCCESSORS] ?? []));
	}
	return { forbidden, forbiddenBehind, sleep, target: node, places };
}

/** Where a node stands, as 'mm/filemap.c:63'. */
export function placeText({ positions }: Tables, node: number): string {
	const place = positions[node]?.at(-1);
	return place === undefined ? 'the end' : `${place.file}:${place.line}`;
}
