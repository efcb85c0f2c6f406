import type { Fairness } from '../../engine/check/model.ts';
import { engineVersion } from '../../engine/engine-version.ts';

/** Beyond so many processes spin must be told how much room weak fairness takes. */
const NFAIR_THREADS = 14;

/** What the head of the file says. */
export interface Head {
	/** The command that makes the file again. */
	readonly command: string;
	readonly modelDigest: string;
	readonly fairness: Exclude<Fairness, 'strong'>;
	readonly threads: number;
	/** Names of the claims. */
	readonly claims: readonly string[];
	/** Properties that are assertions. */
	readonly assertions: readonly string[];
}

/** What the compiler must be told: every state is stored, since no step is invisible to the others. */
export function compilerOptions(threads: number): string {
	return `-DNOREDUCE${threads > NFAIR_THREADS ? ` -DNFAIR=${2 + Math.ceil((threads - NFAIR_THREADS) / 8)}` : ''}`;
}

/** What the file is, and how to run it. */
export function headText({ command, modelDigest, fairness, threads, claims, assertions }: Head): string {
	const gcc = `gcc -O2 ${compilerOptions(threads)}`;
	const fair = fairness === 'weak' ? ' -f' : '';
	const asserted =
		assertions.length === 0
			? ''
			: ` *   -c0 goes on after an error: ${assertions.join(', ')} are assertions of that name.\n`;
	const progress =
		claims.length === 0
			? ''
			: ` *
 * Progress: a claim a property and thread; a property holds if all of its claims do.
 *   spin -a FILE && ${gcc} -o pan pan.c
 *   ./pan -a${fair} -m1000000 -N ${claims[0]}
${claims
	.slice(1)
	.map((claim) => ` *   ./pan -a${fair} -m1000000 -N ${claim}\n`)
	.join('')} *
 * On many machines, each with a seed of its own (swarm):
 *   ${gcc} -DBITSTATE -DPERMUTED -o pan pan.c
 *   ./pan -a${fair} -w30 -k3 -rhash -RS1 -m1000000 -N ${claims[0]}
`;
	return `/*
 * May a page fault be retried more than once?  A scenario of Polite or Certain,
 * made by
 *
 *   ${command}
 *
 * Model ${modelDigest}, engine ${engineVersion}.
 *
 * A process a thread, a label a state: function and line of the model's C, which
 * the comments show.  A step on what threads share, or a section under a wait
 * queue's own lock, is one transition; the C between is none.  So without
 * reduction spin stores exactly the states that 'bin/polite check' counts.
 *
 * States, deadlock (an invalid end state) and assertions:
 *   spin -a FILE && ${gcc} -DSAFETY -DNOCLAIM -o pan pan.c && ./pan -c0 -m1000000
${asserted} * The same on four cores:
 *   ${gcc} -DSAFETY -DNOCLAIM -DNCORE=4 -o pan pan.c && ./pan -m1000000
${progress} *
 * Limits: those of the model: sequential consistency, unlimited CPUs, one fault a
 * victim, no time.  Any other assertion that fails is C that misuses a lock;
 * spin goes on behind it, 'check' does not.
 */
`;
}
