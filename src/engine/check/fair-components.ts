import { type Components, componentsOf } from './components.ts';
import { type Assumption, answerOf, requestsIn } from './fairness.ts';
import { EDGE_TARGET_SHIFT } from './graph.ts';
import type { Pending } from './pending.ts';

/** Bits of all that requests and answers may ask for. */
const EVERY_BIT = -1;

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
			const states = statesOf(components, number);
			const left = unfairStates(pending, components, number, assumption);
			if (left === null) fair.push(states);
			const takenAway = left === null || left.length === 0 ? states : left;
			for (const state of takenAway) alive[state] = 0;
			if (takenAway.length < states.length) isChanging = true;
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
	const states = statesOf(components, number);
	let answers = 0;
	let somewhere = 0;
	let everywhere = EVERY_BIT;
	let inside = 0;
	for (const state of states) {
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
	if (inside === 0) return new Int32Array();
	if (assumption === 'none') return null;
	if (assumption === 'weak') return (everywhere & ~answers) === 0 ? null : new Int32Array();
	const unanswered = somewhere & ~answers;
	if (unanswered === 0) return null;
	return states.filter((state) => (requestsIn(graph, state, assumption) & unanswered) !== 0);
}
