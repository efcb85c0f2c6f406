import { type Components, componentsOf } from './components.ts';
import { type Assumption, answerOf, requestsIn } from './fairness.ts';
import { EDGE_TARGET_SHIFT } from './graph.ts';
import type { Pending } from './pending.ts';

/** Bits of all that requests and answers may ask for. */
const EVERY_BIT = -1;

const NO_STATES = new Int32Array();

/**
 * The parts of the pending states in which a fair run can stay for ever and visit all of it, over
 * and over; each a list of states. None means that the property holds but for deadlocks.
 *
 * Weak: whoever takes no step in the component is disabled somewhere in it. Strong: whoever takes
 * no step must be disabled all over; the states where it is not are taken away and the rest is
 * looked at again.
 */
export function fairComponents(pending: Pending, assumption: Assumption): Int32Array[] {
	const alive = pending.states.slice();
	const fair: Int32Array[] = [];
	let isWhole = true;
	for (let isChanging = true; isChanging; ) {
		isChanging = false;
		const components = isWhole ? pending.components : componentsOf(pending, alive);
		isWhole = false;
		for (let number = 0; number < components.count; number++) {
			const left = unfairStates(pending, components, number, assumption);
			if (left === null) fair.push(statesOf(components, number));
			const end = components.starts[number + 1] as number;
			const start = components.starts[number] as number;
			if (left === null || left.length === 0) {
				for (let at = start; at < end; at++) alive[components.states[at] as number] = 0;
			} else {
				for (const state of left) alive[state] = 0;
				if (left.length < end - start) isChanging = true;
			}
		}
	}
	return fair;
}

/** The states of a component. */
export function statesOf({ states, starts }: Components, number: number): Int32Array {
	return states.subarray(starts[number], starts[number + 1]);
}

/** Null if the component is fair; else the states that must go, or none if no part of it can be fair. */
function unfairStates(
	pending: Pending,
	components: Components,
	number: number,
	assumption: Assumption,
): Int32Array | null {
	const { graph } = pending;
	const end = components.starts[number + 1] as number;
	let answers = 0;
	let somewhere = 0;
	let everywhere = EVERY_BIT;
	let inside = 0;
	// Most components are a single state: no view of its own is made for each.
	for (let at = components.starts[number] as number; at < end; at++) {
		const state = components.states[at] as number;
		const requests = requestsIn(graph, state, assumption);
		somewhere |= requests;
		everywhere &= requests;
		for (let edge = graph.edgeStarts[state] as number; edge < (graph.edgeStarts[state + 1] as number); edge++) {
			const packed = graph.edges[edge] as number;
			if (components.of[packed >>> EDGE_TARGET_SHIFT] !== number || !pending.isInside(state, edge)) continue;
			inside += 1;
			answers |= answerOf(packed, assumption);
		}
	}
	if (inside === 0) return NO_STATES;
	if (assumption === 'none') return null;
	if (assumption === 'weak') return (everywhere & ~answers) === 0 ? null : NO_STATES;
	const unanswered = somewhere & ~answers;
	if (unanswered === 0) return null;
	return statesOf(components, number).filter((state) => (requestsIn(graph, state, assumption) & unanswered) !== 0);
}
