import type { Machine } from './machine.ts';
import type { Row } from './row.ts';
import type { Versions } from './versions.ts';

/** What became of a part. */
export interface PartReport {
	readonly name: string;
	readonly title: string;
	/** Why nothing was measured; null if it was. */
	readonly skipped: string | null;
	readonly rows: readonly Row[];
}

/**
 * A run of the benchmark: what `npm run bench -- --json FILE` writes. Values stand in full; how many of their digits
 * mean anything, their spread tells.
 */
export interface Report {
	/** Raised when a field changes its meaning or goes; new fields do not raise it. */
	readonly format: 1;
	/** When it began, as in '2019-01-22'. */
	readonly date: string;
	readonly machine: Machine;
	readonly versions: Versions;
	/** In the order in which they were run. */
	readonly parts: readonly PartReport[];
}
