/*
 * Times the way from C to a lasso in a process of its own: all modules are loaded, nothing has run yet.
 * Prints one line of JSON.
 */
import { readContent } from '../../src/cli/content.ts';
import { lassoFromText } from './lasso-from-text.ts';
import { median, milliseconds } from './measure.ts';

const LATER = 41;

/** What is printed. */
export interface FirstLasso {
	readonly first_ms: number;
	/** The median of many later times. */
	readonly later_ms: number;
}

const content = readContent();
const first_ms = milliseconds(() => lassoFromText(content));
const later = Array.from({ length: LATER }, () => milliseconds(() => lassoFromText(content)));
console.log(JSON.stringify({ first_ms, later_ms: median(later) } satisfies FirstLasso));
