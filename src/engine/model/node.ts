import type { Place } from '../c/source.ts';
import type { Frame, Stop } from './local-run.ts';
import type { Primitive } from './primitive.ts';
import type { Register } from './program.ts';

/** What a thread may be about to do, and all of its own that it depends on. */
export interface Node {
	readonly frames: readonly Frame[];
	readonly section: number | null;
	/** The objects that the thread holds, in ascending order. */
	readonly holds: readonly number[];
	readonly stop: Stop;
	/** The second half of a blocking primitive: asleep in its queue. */
	readonly asleep: boolean;
}

/** What the thread holds once its operation has had that result. */
export function holdsAfter({ holds, stop, asleep }: Node, result: number): readonly number[] {
	if (stop.kind === 'finished') return holds;
	const { parameters, primitive } = stop;
	const object = parameters[0] as number;
	const others = holds.filter((held) => held !== object);
	if (primitive.gives === true) return others;
	const takes = primitive.takes !== undefined && (asleep || result === primitive.takes);
	return takes ? [...others, object].sort((a, b) => a - b) : holds;
}

/** The operation of a node; null where the thread has ended. */
export function primitiveOf(node: Node): Primitive | null {
	return node.stop.kind === 'finished' ? null : node.stop.primitive;
}

/** Wherever an integer stands in the C, as in `set_bit(PG_waiters, &page->flags)`, the tables name the object first. */
export function objectAndArgument(node: Node): [number, number] {
	if (node.stop.kind === 'finished') return [0, 0];
	const { parameters, primitive } = node.stop;
	const isInteger = (index: number) => primitive.parameters[index] === 'int';
	const objects = parameters.filter((_, index) => !isInteger(index));
	const integers = parameters.filter((_, index) => isInteger(index));
	return [objects[0] ?? 0, objects[1] ?? integers[0] ?? 0];
}

/** The lines that a thread stands in, the innermost call last. */
export function positionOf(node: Node): Place[] {
	return node.frames.flatMap((frame) => {
		const instruction = frame.callee.code[frame.next];
		return instruction === undefined ? [] : [instruction.place];
	});
}

/** Sets registers that nobody reads any more to 0, so that states which differ only in them are one. */
export function withoutDead(frames: readonly Frame[]): Frame[] {
	return frames.map((frame) => {
		const instruction = frame.callee.code[frame.next];
		const result: Register | null = instruction !== undefined && 'to' in instruction ? instruction.to : null;
		const registers = new Int32Array(frame.registers.length);
		for (const register of frame.callee.live.after(frame.next)) {
			if (register !== result) registers[register] = frame.registers[register] as number;
		}
		return { ...frame, registers };
	});
}

/** A text that two nodes have in common only if they are the same. */
export function keyOf(node: Node): string {
	const frames = node.frames.map((frame) => `${frame.callee.name}:${frame.next}:${frame.registers.join(',')}`);
	return `${frames.join('|')}#${node.section ?? ''}#${node.holds.join(',')}#${node.asleep ? 'asleep' : ''}#${parametersOf(node)}`;
}

/** What the operation was given is no longer in the registers once it is dead there. */
function parametersOf(node: Node): string {
	return node.stop.kind === 'finished' ? 'finished' : node.stop.parameters.join(',');
}
