import type { Diagnostic } from './diagnostic.ts';
import { LIMITS } from './limits.ts';
import type { Located } from './syntax.ts';

/** Collects diagnostics up to the limit; knows whether there was an error even beyond it. */
export class Report {
	readonly #diagnostics: Diagnostic[] = [];
	#errors = 0;

	/** Adds what makes the program unusable. */
	error(code: string, at: Located, message: string, advice: string): void {
		this.#errors++;
		this.#add({
			severity: 'error',
			code,
			message: shorten(message),
			advice: shorten(advice),
			place: at.place,
			length: Math.max(1, at.length),
		});
	}

	/** Counts an error that only follows from one already told: what it stands in is unusable, too. */
	countUntold(): void {
		this.#errors++;
	}

	/** Adds a lint. */
	warning(code: string, at: Located, message: string, advice: string): void {
		this.#add({
			severity: 'warning',
			code,
			message: shorten(message),
			advice: shorten(advice),
			place: at.place,
			length: Math.max(1, at.length),
		});
	}

	get errors(): number {
		return this.#errors;
	}

	/** True once nothing more would be told, so that the work may stop. */
	get isFull(): boolean {
		return this.#diagnostics.length >= LIMITS.diagnostics;
	}

	/** How many diagnostics of that code there are. */
	count(code: string): number {
		return this.#diagnostics.filter((diagnostic) => diagnostic.code === code).length;
	}

	/** All diagnostics in the order of the files given, then by place. */
	inOrder(paths: readonly string[]): readonly Diagnostic[] {
		const order = new Map(paths.map((path, index) => [path, index]));
		return this.#diagnostics.toSorted(
			({ place: a }, { place: b }) =>
				(order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column,
		);
	}

	#add(diagnostic: Diagnostic): void {
		if (this.isFull) return;
		if (this.#diagnostics.length < LIMITS.diagnostics - 1) {
			this.#diagnostics.push(diagnostic);
			return;
		}
		// The slot of the last one goes to the sentence that there are more. Work stops here, so it is an error.
		this.#errors++;
		this.#diagnostics.push({
			...diagnostic,
			severity: 'error',
			code: 'limit',
			message: `more than ${LIMITS.diagnostics - 1} diagnostics; the rest is not told`,
			advice: 'mend the first ones, then compile again',
		});
	}
}

// Keeps both ends: the first says what was found, the last what closes a cycle.
function shorten(text: string): string {
	const half = LIMITS.messageCharacters / 2;
	return text.length <= LIMITS.messageCharacters ? text : `${text.slice(0, half)} ... ${text.slice(-half)}`;
}
