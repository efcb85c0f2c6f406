import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, parseTime, TIME_MAX_NS } from './time.ts';

const ns = fc.integer({ min: 0, max: TIME_MAX_NS });
const duration = fc.oneof(
	fc.record({ kind: fc.constant('constant' as const), ns }),
	fc.record({ kind: fc.constant('exponential' as const), mean_ns: ns }),
	fc.tuple(ns, ns).map(([a, b]) => ({ kind: 'uniform' as const, from_ns: Math.min(a, b), to_ns: Math.max(a, b) })),
);

test('every time is read back from its text', () => {
	fc.assert(
		fc.property(duration, (time) => {
			expect(parseTime(formatTime(time))).toEqual(time);
		}),
	);
});

test.each([
	-1,
	1.5,
	TIME_MAX_NS + 1,
	Number.NaN,
	null,
	'',
	'500',
	'exponential',
	'exponential:-5',
	'exponential:1:2',
	'exponential:99999999999',
	'uniform:5',
	'uniform:9:1',
	'uniform:1:99999999999',
	'normal:5:1',
	' uniform:1:2',
])('%j is no time', (value) => {
	expect(parseTime(value)).toBeNull();
});
