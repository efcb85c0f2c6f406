/*
 * Reads the inputs of a seed from one number to before another, and tells the process that started it:
 *
 *     node scripts/fuzz-process.ts SEED FROM TO
 *
 * Started by scripts/fuzz.ts, which says what a finding is.
 */
import { attemptInput } from '../tests/fuzz/attempt-input.ts';
import type { Told } from '../tests/fuzz/hunt.ts';
import { MEMORY_MAX_MB } from '../tests/fuzz/limits.ts';

const [seed = 1, from = 0, to = 0] = process.argv.slice(2).map(Number);

for (let number = from; number < to; number++) {
	tell({ about: 'begin', number });
	const attempt = await attemptInput(seed, number);
	// The highest that the system has seen, and so also what an input took and gave back.
	const memory_mb = process.resourceUsage().maxRSS / 1024;
	tell({ about: 'attempt', number, attempt, memory_mb });
	if (memory_mb > MEMORY_MAX_MB) break;
}
process.disconnect();

function tell(told: Told): void {
	process.send?.(told);
}
