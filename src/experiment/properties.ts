import type { Place } from '../engine/c/source.ts';
import type { Progress, Watch } from '../engine/check/model.ts';
import { operation, type PrimitiveName, primitiveNames } from '../engine/kernel/primitives.ts';
import type { Program } from '../engine/model/program.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from '../engine/model/tables.ts';
import { ONE_FAULT, type PreparedCheck } from './prepare-check.ts';
import { SIGBUS_MARK } from './sigbus-end.ts';
import type { NamedThread } from './threads.ts';

/** A property that each thread it is about must fulfil. */
export interface ProgressProperty {
	readonly name: string;
	/** One a thread; none if nobody is there whom it is about. */
	readonly progresses: readonly Progress[];
}

/** The functions in which a thread waits for the page lock in line; killed, it need wait no longer. */
const QUEUES_IN = ['__lock_page', '__lock_page_killable'];

/** Marks that must not be passed, and the property that says so; only for models that have them. */
const watchedMarks: readonly { readonly name: string; readonly mark: string }[] = [
	{ name: 'no-warning', mark: 'WARN_ON' },
	{ name: 'no-sigbus', mark: SIGBUS_MARK },
];

/**
 * The properties that somebody does not wait for ever, read off the tables: off where a thread stands in the C, and off
 * the marks around a fault.
 */
export function progressProperties({ searched, model, threads, sigbusEnd }: PreparedCheck): ProgressProperty[] {
	const { tables } = searched;
	const property = (
		name: string,
		isAbout: (thread: NamedThread) => boolean,
		pending: Uint8Array,
	): ProgressProperty => ({
		name,
		progresses: [...threads.keys()]
			.filter((thread) => isAbout(threads[thread] as NamedThread) && reaches(tables, thread, pending))
			.map((thread) => ({ name, thread, pending })),
	});
	const isActor = (wanted: string) => (thread: NamedThread) => thread.actor === wanted;
	return [
		property('victim-completes', isActor(ONE_FAULT), notCompleted(tables, sigbusEnd)),
		property('queued-enters', () => true, inFunctions(tables, model.program, QUEUES_IN)),
		property('writer-enters', () => true, takingForWriting(tables)),
		property('bystander-completes', isActor('bystander'), inFault(tables)),
	];
}

/** What no thread may do: one a property, for those marks that the model's C can call. */
export function watches(tables: Tables): Watch[] {
	return watchedMarks.flatMap(({ name, mark }) => {
		const number = primitiveNames.indexOf(mark as PrimitiveName);
		return number === -1 ? [] : [{ name, nodes: nodesOf(tables, (node) => tables.operation[node] === number) }];
	});
}

/** Where a fault is noted as sent round again. */
export function retryMarks(tables: Tables): Uint8Array {
	return nodesOf(tables, (node) => tables.operation[node] === operation.trace_fault_retry);
}

function nodesOf(tables: Tables, holds: (node: number) => boolean): Uint8Array {
	return Uint8Array.from({ length: tables.nodeCount }, (_, node) => (holds(node) ? 1 : 0));
}

/** Whether a thread can come to one of the nodes. */
function reaches(tables: Tables, thread: number, nodes: Uint8Array): boolean {
	const reached = floodFrom(tables, [tables.entries[thread] as number], () => false);
	return reached.some((each, node) => each === 1 && nodes[node] === 1);
}

/**
 * A thread that was killed has finished, too; one whose fault ended in SIGBUS has not got what it faulted for. Beside a
 * monitor a fault that may ask again without end never need end: user space may protect the page again each time.
 */
function notCompleted(tables: Tables, sigbusEnd: number | null): Uint8Array {
	return nodesOf(tables, (node) => tables.operation[node] !== FINISHED || node === sigbusEnd);
}

/** Between the marks of a fault's begin and end. */
function inFault(tables: Tables): Uint8Array {
	const begins = [...tables.operation.keys()].filter((node) => tables.operation[node] === operation.trace_fault_begin);
	const first = begins.map((node) => (tables.successor[node * SUCCESSORS] as number) >> 1);
	return floodFrom(tables, first, (node) => tables.operation[node] === operation.trace_fault_end);
}

/** In a call of one of the functions, from its first step to its last; a function that the model lacks is left out. */
function inFunctions({ positions }: Tables, program: Program, names: readonly string[]): Uint8Array {
	const callees = names.flatMap((name) => program.functions.get(name) ?? []);
	const isInside = ({ file, line }: Place) =>
		callees.some(({ place, endLine }) => file === place.file && line >= place.line && line <= endLine);
	return Uint8Array.from(positions, (chain) => (chain.some(isInside) ? 1 : 0));
}

/** From the arrival at down_write() until it returns: asleep in the queue a thread still stands at the same call. */
function takingForWriting(tables: Tables): Uint8Array {
	const takes = nodesOf(tables, (node) => tables.operation[node] === operation.down_write);
	return nodesOf(tables, (node) => {
		if (takes[node] === 1) return true;
		if (tables.operation[node] !== ASLEEP) return false;
		const place = tables.positions[node]?.at(-1);
		return takes.some((each, other) => each === 1 && tables.positions[other]?.at(-1) === place);
	});
}

/** All nodes reached from some, those in which it ends left out. */
function floodFrom(tables: Tables, from: readonly number[], ends: (node: number) => boolean): Uint8Array {
	const reached = new Uint8Array(tables.nodeCount);
	const work = from.filter((node) => !ends(node));
	for (const node of work) reached[node] = 1;
	for (let node = work.pop(); node !== undefined; node = work.pop()) {
		for (let result = 0; result < SUCCESSORS; result++) {
			const next = (tables.successor[node * SUCCESSORS + result] as number) >> 1;
			if (next < 0 || reached[next] === 1 || ends(next)) continue;
			reached[next] = 1;
			work.push(next);
		}
	}
	return reached;
}
