import { Dice } from './dice.ts';
import type { Kind } from './kind.ts';
import { turns } from './kinds.ts';
import { TIME_MAX_MS } from './limits.ts';
import { processorTime_ms } from './processor-time.ts';

/** What became of an input. */
export interface Attempt {
	readonly kind: string;
	/** In a word or two. */
	readonly outcome: string;
	/** Of the processor. */
	readonly time_ms: number;
	/** Why it is a finding; null if it is none. */
	readonly finding: string | null;
}

/** The input of a number, and its kind. */
export function inputOf(seed: number, number: number): { readonly kind: Kind; readonly text: string } {
	const kind = turns[number % turns.length] as Kind;
	return { kind, text: kind.make(new Dice(seed, number)) };
}

/** Makes the input of a number, and hands it to the functions that read its kind. */
export async function attemptInput(seed: number, number: number): Promise<Attempt> {
	const { kind, text } = inputOf(seed, number);
	const attempt = await timed(kind, text);
	if (attempt.finding !== null || attempt.time_ms <= TIME_MAX_MS) return attempt;
	// Once more: what is compiled or collected by then may have been others' doing.
	const again = await timed(kind, text);
	const time_ms = Math.min(attempt.time_ms, again.time_ms);
	return { ...again, time_ms, finding: time_ms > TIME_MAX_MS ? `took ${Math.round(time_ms)} ms` : again.finding };
}

async function timed(kind: Kind, text: string): Promise<Attempt> {
	const began_ms = processorTime_ms();
	const { outcome, finding } = await outcomeOf(kind, text);
	return { kind: kind.name, outcome, finding, time_ms: processorTime_ms() - began_ms };
}

async function outcomeOf(kind: Kind, text: string): Promise<Pick<Attempt, 'outcome' | 'finding'>> {
	try {
		return { outcome: await kind.attempt(text), finding: null };
	} catch (error) {
		return { outcome: 'finding', finding: (error as Error).stack ?? String(error) };
	}
}
