import { estimateAt } from '../../experiment/estimate-at.ts';
import type { RunResult } from '../../experiment/run.ts';

/** What is told of an actor, if the last, a number of times, is not 0 in every run. */
const measures: readonly (readonly [words: string, of: string, count: string])[] = [
	['faults finished', 'fault_ns.count', 'fault_ns.count'],
	['a fault, mean', 'fault_ns.mean', 'fault_ns.count'],
	['a fault, longest', 'fault_ns.max', 'fault_ns.count'],
	['retries a fault, mean', 'retries.mean', 'retriesInAll'],
	['retries in all', 'retriesInAll', 'retriesInAll'],
	['faults that ended in SIGBUS', 'sigbus', 'sigbus'],
	['times a WARN_ON() held true', 'warnings', 'warnings'],
	['waits for mmap_sem, mean', 'writeWait_ns.mean', 'writeWait_ns.count'],
	['waits for mmap_sem, longest', 'writeWait_ns.max', 'writeWait_ns.count'],
];

/** The figures of runs that the argument is about, actor by actor: what a row is called, and the path to it. */
export function mainFigures(results: readonly RunResult[]): [label: string, of: string][] {
	const actors = Object.keys(results[0]?.actors ?? {});
	return actors.flatMap((actor) =>
		measures
			.filter(([, , count]) => results.some((result) => estimateAt(result, `actors.${actor}.${count}`).value !== 0))
			.map(([words, of]): [string, string] => [`${sentenceCase(actor)}: ${words}`, `actors.${actor}.${of}`]),
	);
}

function sentenceCase(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
