import type { Place } from '../c/source.ts';
import { callablePrimitives } from './callable-primitives.ts';
import { checkPlacement } from './check-placement.ts';
import { type Frame, LocalRun } from './local-run.ts';
import { ModelError } from './model-error.ts';
import { holdsAfter, keyOf, type Node, objectAndArgument, positionOf, primitiveOf, withoutDead } from './node.ts';
import type { Primitives } from './primitive.ts';
import type { Program, ProgramFunction } from './program.ts';
import { ASLEEP, FINISHED, SUCCESSORS, type Tables } from './tables.ts';

/** One thread: the C function it runs, and the objects that function is given. */
export interface ThreadBinding {
	readonly actor: string;
	/** Number of its mm, for a parameter of type `struct mm_struct *`. */
	readonly mm: number;
	/** Number of its page, for a parameter of type `struct page *`. */
	readonly page: number;
	/** Number of another thread, for a parameter of type `struct task_struct *`; the first if left out. */
	readonly task?: number;
}

/** More nodes than this, and the C counts something that never comes to rest. */
const NODE_LIMIT = 1 << 16;

/**
 * More words than this, and so many for each thread, for all nodes together, and the C keeps too much; the model's own
 * keep two thirds of it at most. A word is a register's, or a part of what else a call takes: some 10 MB.
 */
const WORD_LIMIT = 1 << 19;
const WORD_LIMIT_THREAD = 1 << 15;

/** What a call under way takes beside its registers. */
const FRAME_WORDS = 8;

interface Limits {
	readonly nodes: number;
	readonly words: number;
}

/**
 * Runs the threads' local C to the end, once: from every operation, for every result it may have,
 * up to the next. Returns the flat tables.
 *
 * @param nodeLimit most nodes, NODE_LIMIT if left out
 * @throws ModelError where the C cannot be unfolded: an unknown actor, a loop without an operation,
 * undefined arithmetic, a sleep under a spinlock, more nodes than the limit, nodes that together take too much
 */
export function unfold(
	program: Program,
	primitives: Primitives,
	threads: readonly ThreadBinding[],
	nodeLimit = NODE_LIMIT,
): Tables {
	const actors = threads.map(({ actor }) => actor);
	const unfolding = new Unfolding(program, primitives, callablePrimitives(program, actors), {
		nodes: nodeLimit,
		words: WORD_LIMIT + WORD_LIMIT_THREAD * threads.length,
	});
	const entries = threads.map((thread) => unfolding.enter(thread));
	unfolding.run();
	return unfolding.tables(Int32Array.from(entries));
}

class Unfolding {
	readonly #local: LocalRun;
	readonly #program: Program;
	readonly #limits: Limits;
	readonly #operations: ReadonlyMap<string, number>;
	readonly #numbers = new Map<string, number>();
	readonly #nodes: Node[] = [];
	readonly #successors: number[] = [];
	readonly #edgePlaces: (readonly Place[])[] = [];
	#words = 0;

	constructor(program: Program, primitives: Primitives, callable: ReadonlySet<string>, limits: Limits) {
		this.#program = program;
		this.#limits = limits;
		this.#operations = new Map(Object.keys(primitives).map((name, number) => [name, number]));
		this.#local = new LocalRun(program, primitives, callable);
	}

	/** The node in which a thread starts. */
	enter(thread: ThreadBinding): number {
		const actor = this.#program.functions.get(thread.actor);
		if (actor === undefined) {
			throw new ModelError(`no function '${thread.actor}'; each actor of a recipe is a function of that name`, null);
		}
		const frame: Frame = { callee: actor, next: 0, registers: actorRegisters(actor, thread) };
		return this.#reach([frame], null, []).target;
	}

	run(): void {
		for (let number = 0; number < this.#nodes.length; number++) this.#expand(number);
	}

	tables(entries: Int32Array): Tables {
		const count = this.#nodes.length;
		const operations = new Int32Array(count);
		const object = new Int32Array(count);
		const argument = new Int32Array(count);
		for (const [number, node] of this.#nodes.entries()) {
			operations[number] = this.#operationOf(node);
			[object[number], argument[number]] = objectAndArgument(node);
		}
		return {
			nodeCount: count,
			operation: operations,
			object,
			argument,
			successor: Int32Array.from(this.#successors),
			positions: this.#nodes.map(positionOf),
			edgePlaces: this.#edgePlaces,
			entries,
		};
	}

	#operationOf({ stop, asleep }: Node): number {
		if (stop.kind === 'finished') return FINISHED;
		return asleep || stop.primitive.kind === 'sleep' ? ASLEEP : (this.#operations.get(stop.name) as number);
	}

	#expand(number: number): void {
		const node = this.#nodes[number] as Node;
		const primitive = primitiveOf(node);
		for (let result = 0; result < SUCCESSORS; result++) {
			const edge = number * SUCCESSORS + result;
			this.#successors[edge] = -1;
			this.#edgePlaces[edge] = [];
			if (primitive === null || result >= (node.asleep ? 1 : primitive.results)) continue;
			if (primitive.blocks === true && !node.asleep && result === 1) {
				const asleep = this.#intern({ ...node, asleep: true });
				this.#successors[edge] = asleep * 2;
				continue;
			}
			const { target, sameSection, places } = this.#follow(node, result);
			this.#successors[edge] = target * 2 + (sameSection ? 1 : 0);
			this.#edgePlaces[edge] = places;
		}
	}

	#follow(node: Node, result: number) {
		const frames = node.frames.map((frame) => ({ ...frame, registers: frame.registers.slice() }));
		const top = frames.at(-1) as Frame;
		if (node.stop.kind === 'primitive' && node.stop.to !== null) top.registers[node.stop.to] = result;
		top.next += 1;
		return this.#reach(frames, node.section, holdsAfter(node, result));
	}

	/** Runs local C from `frames` to the next operation, and numbers the node found there. */
	#reach(frames: Frame[], section: number | null, holds: readonly number[]) {
		const run = this.#local.run(frames, section, holds);
		const node = { frames: withoutDead(run.frames), section: run.section, holds, stop: run.stop, asleep: false };
		checkPlacement(node);
		return {
			target: this.#intern(node),
			sameSection: section !== null && run.section !== null && !run.leftSection,
			places: run.places,
		};
	}

	#intern(node: Node): number {
		const key = keyOf(node);
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		const number = this.#nodes.length;
		if (number >= this.#limits.nodes) {
			const place = positionOf(node).at(-1) ?? null;
			const where = place === null ? '' : ' around here';
			throw new ModelError(
				`more than ${this.#limits.nodes} thread-local states${where}: a local takes too many values; bound what it counts`,
				place,
			);
		}
		this.#countWords(node);
		this.#numbers.set(key, number);
		this.#nodes.push(node);
		return number;
	}

	#countWords(node: Node): void {
		this.#words += node.frames.reduce((sum, { registers }) => sum + registers.length + FRAME_WORDS, 0);
		if (this.#words <= this.#limits.words) return;
		throw new ModelError(
			`the thread-local states up to here take more than ${this.#limits.words} words: too many of them, with too many locals in calls too deep; shorten it`,
			positionOf(node).at(-1) ?? null,
		);
	}
}

function actorRegisters(actor: ProgramFunction, thread: ThreadBinding): Int32Array {
	const registers = new Int32Array(actor.registerCount);
	for (const [index, parameter] of actor.parameters.entries()) {
		const struct = parameter.type.kind === 'pointer' ? parameter.type.struct : null;
		if (struct === 'mm_struct') registers[index] = thread.mm;
		else if (struct === 'page') registers[index] = thread.page;
		else if (struct === 'task_struct') registers[index] = thread.task ?? 0;
		else {
			throw new ModelError(
				`actor '${actor.name}' wants '${parameter.name}', which is no struct mm_struct *, struct page * or struct task_struct *`,
				actor.place,
			);
		}
	}
	return registers;
}
