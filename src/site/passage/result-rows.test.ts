import { expect, test } from 'vitest';
import { experimentNamed } from './experiment.ts';
import { resultNotes, resultTexts } from './result-rows.ts';
import { resultOf } from './results.ts';

const { recipe } = experimentNamed('polite-or-certain');
const result = resultOf(recipe);
const cell = (of: string) => ({ result, of });

test('says that a longest grows with the run where a row has one, and nothing where none does', () => {
	expect(resultNotes([[cell('actors.writer.writeWait_ns.max')]])).toEqual([
		'“longest” and “most” grow with the length of the run',
	]);
	expect(resultNotes([[cell('actors.writer.writeWait_ns.mean')]])).toEqual([]);
});

test('says once what “none” means, however often it stands there', () => {
	const never = cell('actors.writer.fault_ns.mean');
	expect(resultNotes([[never, never], [never]])).toEqual(['“none”: in no run']);
});

test('writes times that stand side by side in one unit', () => {
	const texts = resultTexts([cell('actors.victim.fault_ns.p50'), cell('actors.victim.fault_ns.max')]);
	expect(new Set(texts.map(({ text }) => text.split('\u00a0')[1])).size).toBe(1);
});
