import fc from 'fast-check';
import { betweenMarks, untilFinished } from '../support/small-search.ts';
import { compare } from './compare.ts';
import { modelOf, randomPrograms } from './random-program.ts';

/** What was compared, so that nobody takes agreement on little for much. */
export interface Tally {
	readonly programs: number;
	readonly states: number;
	readonly transitions: number;
	/** Programs with a step that is an error of the C. */
	readonly misusing: number;
	/** Properties, under each fairness, that are violated, and that hold. */
	readonly violated: number;
	readonly held: number;
}

/** Larger programs are passed over: the plain checker takes its time. */
const STATES_MAX = 3000;

/**
 * Compares both checkers on so many random programs; the same seed gives the same ones.
 * @throws Error with the smallest program that could be found on which they disagree
 */
export function comparePrograms(count: number, seed: number): Tally {
	const tally = { programs: 0, states: 0, transitions: 0, misusing: 0, violated: 0, held: 0 };
	fc.assert(
		fc.property(randomPrograms, (program) => {
			const model = modelOf(program);
			const threads = [...program.bodies.keys()];
			const progresses = [untilFinished, betweenMarks].flatMap((each) => threads.map((thread) => each(model, thread)));
			const comparison = compare(model, progresses, STATES_MAX);
			fc.pre(comparison !== null);
			if (comparison.disagreement !== null) throw new Error(comparison.disagreement);
			const violated = comparison.verdicts.filter((one) => one).length;
			tally.programs += 1;
			tally.states += comparison.states;
			tally.transitions += comparison.transitions;
			tally.misusing += comparison.failing > 0 ? 1 : 0;
			tally.violated += violated;
			tally.held += comparison.verdicts.length - violated;
		}),
		{ numRuns: count, seed },
	);
	return tally;
}
