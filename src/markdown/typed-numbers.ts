/** What is measured, counted or computed here, so that a number before it is a figure. Years, versions and dates are not. */
const units = [
	'ns|us|µs|μs|ms|s|(?:nano|micro|milli)?seconds?|minutes?|hours?',
	'[KMGT]i?B|kB|bytes?',
	'%(?! interval)|per ?cent',
	'times|x|fold|/s|a second|per second',
	'iterations?|retries|retry|attempts?|faults?|waits?|rounds?|runs?|seeds?|steps?|states?|transitions?',
	'threads?|victims?|lockers?|writers?|faulters?|neighbours?|bystanders?',
].join('|');

const amount = String.raw`\d[\d,]*(?:\.\d+)?`;

/** A number and its unit; or one so large that it has thousands, whatever it counts. */
const typed = new RegExp(String.raw`(?<![\w.,:/#-])(?:${amount}[\s-]?(?:${units})(?![\w])|\d{1,3}(?:,\d{3})+)`, 'g');

/** A figure that somebody typed. */
export interface TypedNumber {
	/** Number and unit, as they stand there. */
	readonly text: string;
	/** How many lines below the text's first. */
	readonly line: number;
}

/** Finds the figures in a text: numbers with a unit. */
export function typedNumbers(text: string): TypedNumber[] {
	return [...text.matchAll(typed)].map(({ 0: found, index }) => ({
		text: found.replace(/\s+/g, ' '),
		line: text.slice(0, index).split('\n').length - 1,
	}));
}
