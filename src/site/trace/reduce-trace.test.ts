import { expect, test } from 'vitest';
import type { TraceEvent } from './ftrace.ts';
import { reduceTrace } from './reduce-trace.ts';

/** Events from lines of 'US THREAD EVENT FIELDS'; the start mark stands at 1000. */
function events(lines: string): TraceEvent[] {
	return `1000 wl tracing_mark_write WL_START mode=file base=0x10000 pages=8\n${lines}`
		.trim()
		.split('\n')
		.map((line) => {
			const [time_us, thread = '', name = '', ...fields] = line.trim().split(' ');
			return { time_us: Number(time_us), thread, name, fields: fields.join(' ') };
		});
}

const POLITE_THEN_HOLDING = `
	1010 flt-0 page_fault_user address=0x11000
	1011 flt-0 mmap_lock_start_locking write=false
	1012 flt-0 mmap_lock_acquire_returned write=false success=true
	1013 flt-0 hmm_in addr=0x11000 flags=0x254
	1014 flt-0 mmap_lock_released write=false
	1020 flt-0 ios_in
	1120 flt-0 ios_out
	1121 flt-0 hmm_out ret=0x404
	1122 flt-0 mmap_lock_start_locking write=false
	1123 flt-0 mmap_lock_acquire_returned write=false success=false
	1124 flt-0 mmap_lock_start_locking write=false
	1130 flt-0 mmap_lock_acquire_returned write=false success=true
	1131 flt-0 hmm_in addr=0x11000 flags=0x274
	1140 flt-0 ios_in
	1150 wr-0 mmap_lock_start_locking write=true
	1240 flt-0 ios_out
	1241 flt-0 hmm_out ret=0x200
	1242 flt-0 mmap_lock_released write=false
	1243 wr-0 mmap_lock_acquire_returned write=true success=true
	1250 wr-0 mmap_lock_acquire_returned write=false success=true
	1260 wr-0 mmap_lock_released write=false
`;

const stretch = { from_us: 100, to_us: 250 };

test('tells a polite sleep from one with the lock held, and follows the writer until it is downgraded', () => {
	const trace = reduceTrace(events(POLITE_THEN_HOLDING), stretch);
	expect(trace).toMatchObject({
		threads: ['flt-0', 'wr-0'],
		faults: 1,
		attempts: [1, 1],
		retried: [1, 0],
		sleeps: [
			[0, 0, 0, 20, 120, null, 0],
			[0, 1, 1, 140, 240, null, 0],
		],
		writes: [[1, 150, 243, 250]],
	});
});

test('tells who was reading the page when a sleep began, and whether it had been evicted since the first attempt', () => {
	const evictedAndReadAgain = POLITE_THEN_HOLDING.replace('1020 flt-0 ios_in', '1018 flt-0 rf_in\n$&')
		.replace('1121 flt-0 hmm_out', '1120 flt-0 rf_out\n$&')
		.replace(
			'1130 flt-0',
			`1125 churn-0 mm_filemap_delete_from_page_cache dev 254:0 ino c pfn=0xad84 ofs=4096 order=0
			1126 flt-1 page_fault_user address=0x11008
			1127 flt-1 hmm_in addr=0x11008 flags=0x254
			1128 flt-1 rf_in\n$&`,
		);
	expect(reduceTrace(events(evictedAndReadAgain), stretch).sleeps).toEqual([
		[0, 0, 0, 20, 120, 0, 0],
		[0, 1, 1, 140, 240, 1, 1],
	]);
});

test('does not take the eviction of another page, or one before the first attempt, for one of this page', () => {
	const eviction = 'churn-0 mm_filemap_delete_from_page_cache dev 254:0 ino c pfn=0xad84';
	const elsewhere = POLITE_THEN_HOLDING.replace('1130 flt-0', `1125 ${eviction} ofs=8192 order=0\n$&`);
	const before = `1005 ${eviction} ofs=4096 order=0${POLITE_THEN_HOLDING}`;
	for (const lines of [elsewhere, before]) {
		expect(reduceTrace(events(lines), stretch).sleeps.map(([, , , , , , evicted]) => evicted)).toEqual([0, 0]);
	}
});

test('cuts what the threads did to the stretch; a failed trylock belongs to the wait', () => {
	const { segments } = reduceTrace(events(POLITE_THEN_HOLDING), stretch).stretch;
	expect(segments).toEqual([
		[0, 'wait-page', 100, 120],
		[0, 'fault', 120, 122],
		[0, 'wait-sem', 122, 130],
		[0, 'fault', 130, 140],
		[0, 'wait-page-holding', 140, 240],
		[0, 'fault', 240, 242],
		[1, 'idle', 100, 150],
		[1, 'wait-sem', 150, 243],
		[1, 'writes', 243, 250],
	]);
});

test('leaves faults outside the test mapping out', () => {
	const elsewhere = POLITE_THEN_HOLDING.replaceAll('0x11000', '0x99000');
	expect(reduceTrace(events(elsewhere), stretch)).toMatchObject({ faults: 0, attempts: [], sleeps: [] });
});

test('notices an attempt whose flags tell another story', () => {
	const untried = POLITE_THEN_HOLDING.replace('0x274', '0x254');
	expect(() => reduceTrace(events(untried), stretch)).toThrow(/Attempt 1 .*0x254/);
});
