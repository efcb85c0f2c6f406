import type { Row } from './row.ts';

/** A part of the benchmark, which is run alone or with the others. */
export interface Part {
	/** As `--only` names it. */
	readonly name: string;
	/** What it measures, in a line. */
	readonly title: string;
	/** Why it cannot be measured on this machine, as a sentence; null if it can. */
	readonly obstacle: () => Promise<string | null> | string | null;
	/** Throws whatever goes wrong. */
	readonly measure: () => Promise<Row[]> | Row[];
}

/** For a part that needs nothing but Node. */
export const noObstacle = () => null;
