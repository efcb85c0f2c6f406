import { localStatesOf } from '../../engine/check/local-states.ts';
import type { Watch } from '../../engine/check/model.ts';
import { ASLEEP, SUCCESSORS, type Tables } from '../../engine/model/tables.ts';
import type { PreparedCheck } from '../prepare-check.ts';
import { watches } from '../properties.ts';
import { ExportError } from './export-error.ts';
import { placeText, type Way, wayFrom, wayIn } from './way.ts';

/** The numbers of sleeps that `task_state`, a byte, has room for. */
const SLEEPS_MAX = 16;

/** Threads that run the same C on the same objects: one proctype. */
export interface Course {
	/** As in 'locker', or 'bystander_2' where each has a page of its own. */
	readonly name: string;
	/** Their numbers, one after the other. */
	readonly threads: readonly number[];
	/** The node of the first operation. */
	readonly first: number;
	/** The nodes at which a thread may stand awake, the first one first. */
	readonly rests: readonly number[];
	/** By the node at which a thread goes on, the nodes in which it may have slept before; their places tell them apart. */
	readonly sleepsBefore: ReadonlyMap<number, readonly number[]>;
	/** How it goes on from a node. */
	way(node: number, result: number): Way;
	/** The node that belongs to the same section, or null. */
	inSection(node: number, result: number): number | null;
}

/**
 * What each thread runs. Which node a thread has reached is kept by the label at which its process stands: one that
 * sleeps stands at the label where it goes on, since nobody else can move it there when it is woken.
 *
 * @throws ExportError where a sleep follows right behind another, or too many go on at the same place
 */
export function coursesOf({ searched: { tables }, threads }: PreparedCheck): Course[] {
	const watched = watches(tables);
	const locals = localStatesOf(tables);
	const entries = [...tables.entries];
	return [...new Set(entries)].map((entry) => {
		const members = [...entries.keys()].filter((thread) => entries[thread] === entry);
		const leader = threads[members[0] as number] as (typeof threads)[number];
		const first = wayIn(tables, entry).target;
		const nodes = [...(locals.nodes[members[0] as number] as Int32Array)];
		const rests = nodes.filter((node) => tables.operation[node] !== ASLEEP);
		return {
			name: members.length > 1 ? leader.actor : leader.name.replaceAll(' ', '_'),
			threads: members,
			first,
			rests: [first, ...rests.filter((node) => node !== first)],
			sleepsBefore: sleepsOf(
				tables,
				watched,
				nodes.filter((node) => tables.operation[node] === ASLEEP),
			),
			way: (node, result) => wayFrom(tables, watched, node, result),
			inSection: (node, result) => {
				const next = tables.successor[node * SUCCESSORS + result] as number;
				return next >= 0 && (next & 1) === 1 ? next >> 1 : null;
			},
		};
	});
}

function sleepsOf(tables: Tables, watched: readonly Watch[], sleeps: readonly number[]): Map<number, number[]> {
	const before = new Map<number, number[]>();
	for (const sleep of sleeps) {
		const { target, sleep: another } = wayFrom(tables, watched, sleep, 0);
		if (another !== null) {
			throw new ExportError(`${placeText(tables, another)}: a sleep right behind a sleep; take a step in between`);
		}
		const all = [...(before.get(target) ?? []), sleep];
		if (all.length > SLEEPS_MAX) {
			throw new ExportError(
				`${placeText(tables, target)}: more than ${SLEEPS_MAX} sleeps go on here, and a process of Promela keeps no larger number; take a step behind some of them`,
			);
		}
		before.set(target, all);
	}
	return before;
}
