import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Attempt } from './attempt-input.ts';
import { INPUTS_OF_PROCESS, MEMORY_MAX_MB, SILENCE_MAX_MS } from './limits.ts';

/** What a process tells: of each input before it reads it, and what became of it. */
export type Told =
	| { readonly about: 'begin'; readonly number: number }
	| { readonly about: 'attempt'; readonly number: number; readonly attempt: Attempt; readonly memory_mb: number };

/** An input that was neither read nor refused by name, within its limits. */
export interface Caught {
	readonly number: number;
	readonly why: string;
}

/** What came of a hunt. */
export interface Bag {
	/** How many inputs were read. */
	inputs: number;
	readonly caught: Caught[];
	/** By kind and outcome, as in 'link: opened'. */
	readonly outcomes: Map<string, number>;
	/** By kind, the input that took most of the processor. */
	readonly slowest: Map<string, { readonly number: number; readonly time_ms: number }>;
	/** The highest of any process. */
	memory_mb: number;
}

/** Node is told to give back early what is no longer needed, so that what it holds is what it needs. */
const nodeOptions = ['--max-semi-space-size=4', '--max-old-space-size=96'];

const program = path.join(import.meta.dirname, '..', '..', 'scripts', 'fuzz-process.ts');

/**
 * Reads so many inputs in processes of their own, several at a time.
 *
 * @param onProgress is told now and then what came of it so far
 */
export async function hunt(
	seed: number,
	inputs: number,
	processes: number,
	onProgress: (bag: Bag) => void = () => {},
): Promise<Bag> {
	const bag: Bag = { inputs: 0, caught: [], outcomes: new Map(), slowest: new Map(), memory_mb: 0 };
	let next = 0;
	const work = async () => {
		while (next < inputs) {
			const from = next;
			next = Math.min(inputs, from + INPUTS_OF_PROCESS);
			const to = next;
			for (let at = from; at < to; ) at = await readIn(bag, seed, at, to);
			onProgress(bag);
		}
	};
	await Promise.all(Array.from({ length: processes }, work));
	return bag;
}

/** Lets a process read inputs; returns the number of the first that it left unread. */
function readIn(bag: Bag, seed: number, from: number, to: number): Promise<number> {
	const child = fork(program, [seed, from, to].map(String), {
		execArgv: nodeOptions,
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
	});
	let reading = from;
	let isDone = true;
	let isHanging = false;
	let silence = watch(child, () => {
		isHanging = true;
	});
	child.on('message', (told: Told) => {
		clearTimeout(silence);
		silence = watch(child, () => {
			isHanging = true;
		});
		reading = told.number;
		isDone = told.about === 'attempt';
		if (told.about === 'attempt') note(bag, told);
	});
	return new Promise((resolve) => {
		child.on('close', (code, signal) => {
			clearTimeout(silence);
			if (isDone) return resolve(reading + 1);
			const why = isHanging
				? `hangs for ${SILENCE_MAX_MS} ms`
				: `ended its process: exit code ${code}, signal ${signal}`;
			bag.caught.push({ number: reading, why });
			resolve(reading + 1);
		});
	});
}

function watch(child: ChildProcess, onSilence: () => void): NodeJS.Timeout {
	return setTimeout(() => {
		onSilence();
		child.kill('SIGKILL');
	}, SILENCE_MAX_MS);
}

function note(bag: Bag, { number, attempt, memory_mb }: Extract<Told, { about: 'attempt' }>): void {
	const { kind, outcome, time_ms, finding } = attempt;
	const name = `${kind}: ${outcome}`;
	bag.inputs++;
	bag.outcomes.set(name, (bag.outcomes.get(name) ?? 0) + 1);
	if (time_ms > (bag.slowest.get(kind)?.time_ms ?? 0)) bag.slowest.set(kind, { number, time_ms });
	bag.memory_mb = Math.max(bag.memory_mb, memory_mb);
	if (finding !== null) bag.caught.push({ number, why: finding });
	if (memory_mb > MEMORY_MAX_MB) bag.caught.push({ number, why: `its process held ${Math.round(memory_mb)} MB` });
}
