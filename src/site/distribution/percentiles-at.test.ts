import { expect, test } from 'vitest';
import { percentilesOf, single } from './percentiles.ts';
import { percentilesAt } from './percentiles-at.ts';

const result = { actors: { writer: { writeWait_ns: percentilesOf([10, 20]), threads: single(1) } } };

test('finds the distribution of measured times', () => {
	expect(percentilesAt(result, 'actors.writer.writeWait_ns')).toEqual(percentilesOf([10, 20]));
});

test('refuses what is no time, since the axis is one of times', () => {
	expect(() => percentilesAt(result, 'actors.writer.threads')).toThrow(/'?actors\.writer\.threads.*_ns/);
});

test('lists what there is where the path leaves the result', () => {
	expect(() => percentilesAt(result, 'actors.writer.readWait_ns')).toThrow(/it has writeWait_ns, threads/);
});
