/*
 * Hands wrong texts to all that reads a stranger's: C, patches, links, recipes, mails with citations.
 *
 *     npm run fuzz -- [--seed S] [--inputs N] [--processes P]
 *     npm run fuzz -- --seed S --show NUMBER      prints that input, and what becomes of it
 *
 * Texts are made by grammars that now and then err, and from the notebook's own texts with bits, characters, words,
 * lines and stretches changed; the same seed makes the same ones. Each must end in a result or an error of the
 * project's, by name, within a second of the processor's time (of two tries, the faster), in a process whose memory, as
 * the system counts its resident set at its highest, stays below 256 MB. Each process reads many, one after the other;
 * one that says nothing for a minute hangs. Where a text is read as a model, it is also run, searched and written as
 * Promela, for so many steps as tests/fuzz/follow.ts says. Exit 0 if nothing was found, 1 if something was.
 */
import { parseArgs } from 'node:util';
import { attemptInput, inputOf } from '../tests/fuzz/attempt-input.ts';
import { type Bag, hunt } from '../tests/fuzz/hunt.ts';

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		inputs: { type: 'string', default: '1000000' },
		processes: { type: 'string', default: '2' },
		show: { type: 'string' },
	},
});
const seed = Number(values.seed);

if (values.show !== undefined) {
	const number = Number(values.show);
	console.log(inputOf(seed, number).text);
	console.error(await attemptInput(seed, number));
} else {
	const began_ms = performance.now();
	const bag = await hunt(seed, Number(values.inputs), Number(values.processes), tellProgress);
	tell(bag, (performance.now() - began_ms) / 1000);
	process.exitCode = bag.caught.length === 0 ? 0 : 1;
}

function tellProgress({ inputs, caught, memory_mb }: Bag): void {
	const found =
		caught.length === 0 ? 'nothing found' : `${caught.length} found, the last input ${caught.at(-1)?.number}`;
	console.error(`${inputs} inputs, at most ${Math.round(memory_mb)} MB, ${found}`);
}

function tell(bag: Bag, duration_s: number): void {
	console.log(
		`${bag.inputs} inputs, seed ${seed}, ${Math.round(duration_s)} s, at most ${Math.round(bag.memory_mb)} MB`,
	);
	for (const [kind, { number, time_ms }] of bag.slowest) {
		console.log(`  ${kind}: input ${number} took longest, ${Math.round(time_ms)} ms`);
	}
	for (const [outcome, count] of [...bag.outcomes].sort(([, one], [, other]) => other - one)) {
		console.log(`  ${count} ${outcome}`);
	}
	for (const { number, why } of bag.caught) console.log(`FOUND by input ${number}: ${why}`);
	console.log(bag.caught.length === 0 ? 'Nothing found.' : `${bag.caught.length} found.`);
}
