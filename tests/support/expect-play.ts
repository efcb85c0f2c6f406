import { expect } from 'vitest';
import type { Play } from './play.ts';

/**
 * Expects a play to go as its script says: a line a step, with who takes it, what it is, its result, and the page after
 * it as 'owner: queue'; there `!` is for who wants the lock, `!!` for who is to be handed it, `w` for PG_waiters.
 */
export function expectPlay(play: Play, script: string): void {
	const lines = script.trim().split(/\s*\n\s*/);
	expect(lines.map((line) => play.step(line.charAt(0)))).toEqual(lines);
}
