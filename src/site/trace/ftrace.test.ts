import { expect, test } from 'vitest';
import { parseFtrace } from './ftrace.ts';

const line = '           flt-4-196     [000] .....     5.566006: ios_in: (io_schedule+0x0/0x70)';

test('reads thread, time and event of a line, and skips comments', () => {
	expect(parseFtrace(`# tracer: nop\n\n${line}\n`)).toEqual([
		{ thread: 'flt-4', time_us: 5_566_006, name: 'ios_in', fields: '(io_schedule+0x0/0x70)' },
	]);
});

test('refuses what is not an event, by its line', () => {
	expect(() => parseFtrace(`${line}\nCPU:0 [LOST 12 EVENTS]`)).toThrow(/Line 2: .*LOST 12 EVENTS/);
});
