import type { Place } from './source.ts';

/**
 * What the reader is told about their C. `message` says what was found and what was expected,
 * `advice` what to do. A program with an `error` is not run; a `warning` is a lint.
 */
export interface Diagnostic {
	readonly severity: 'error' | 'warning';
	/** Stable word for tests and for filtering: 'syntax', 'undeclared', 'precedence', ... */
	readonly code: string;
	readonly message: string;
	readonly advice: string;
	readonly place: Place;
	/** Characters to underline, at least 1. */
	readonly length: number;
}
