import type { Shape } from '../../src/engine/kernel/shape.ts';
import { ModelError } from '../../src/engine/model/model-error.ts';
import type { Prepared } from '../../src/experiment/prepare.ts';
import { Laws } from './laws.ts';
import { Stepper } from './stepper.ts';

/** So often in a walk all are let run home from where they are. */
const STEPS_BETWEEN_DRAINS = 10;

/** A law of one page lock alone: what a state breaks, in words, or null. */
type OwnLaw = (cells: Int32Array, shape: Shape) => string | null;

/**
 * Walks through the model's states by the transition function alone, under a schedule; returns the first law broken,
 * in words, or null.
 */
export function walk(prepared: Prepared, schedule: readonly number[], ownLaw: OwnLaw = () => null): string | null {
	const stepper = new Stepper(prepared.plan);
	const laws = new Laws(prepared);
	const threads = [...prepared.plan.threads.keys()];
	try {
		for (const [steps, choice] of schedule.entries()) {
			const able = threads.filter((thread) => stepper.canRun(thread));
			if (able.length === 0) {
				// Killed, or their one signal sent.
				return threads.every((thread) => stepper.next(thread) === 'finished') ? null : 'nobody can run';
			}
			stepper.run(able[choice % able.length] as number);
			const broken = laws.broken(stepper.cells) ?? ownLaw(stepper.cells, stepper.shape);
			if (broken !== null) return broken;
			if (steps % STEPS_BETWEEN_DRAINS !== 0) continue;
			const left = laws.brokenByDraining(stepper.cells);
			if (left !== null) return left;
		}
		return null;
	} catch (error) {
		if (error instanceof ModelError) return error.message;
		throw error;
	}
}
