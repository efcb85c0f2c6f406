/*
 * Compares the checker with a plain one on random lock programs:
 *
 *     node scripts/compare-with-plain-checker.ts [--count N] [--seed S]
 *
 * Both must find the same states and steps, the same errors of the C, and the same verdicts. Prints
 * what was compared; where they disagree, the smallest program that shows it. Exit 0 if they agree
 * on all, 1 if not.
 */
import { parseArgs } from 'node:util';
import { comparePrograms } from '../tests/check/compare-programs.ts';

const { values } = parseArgs({
	options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});

try {
	const began_ms = performance.now();
	const tally = comparePrograms(Number(values.count), Number(values.seed));
	const duration_s = ((performance.now() - began_ms) / 1000).toFixed(1);
	console.log(`${tally.programs} random programs, seed ${values.seed}, ${duration_s} s: both checkers agree on all`);
	console.log(`  ${tally.states} states, ${tally.transitions} steps`);
	console.log(`  ${tally.misusing} programs with a step that is an error of the C`);
	console.log(`  ${tally.violated} verdicts VIOLATED, ${tally.held} not`);
} catch (error) {
	console.error((error as Error).message);
	if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
	process.exitCode = 1;
}
