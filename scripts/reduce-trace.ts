/*
 * Reduces an ftrace text of the workload to the data of the figure of a real kernel:
 *
 *     node scripts/reduce-trace.ts 6.1-h_L4.trace.gz [--from-us N] [--to-us N]
 *     npx biome check --write content/traces
 *
 * The trace itself (38,943 events) is not kept here; the file that is written names its SHA-256. What the trace does not
 * say of itself, machine and limits, stands below and is that of this one recording.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseFtrace } from '../src/site/trace/ftrace.ts';
import { reduceTrace } from '../src/site/trace/reduce-trace.ts';
import type { ReducedTrace, TraceFile } from '../src/site/trace/trace-data.ts';

const recording: Omit<TraceFile, 'source' | keyof ReducedTrace> = {
	name: '6.1-h_L4',
	kernel: '6.1.0-56-cloud-amd64, Debian, unmodified',
	machine:
		'A virtual machine under software emulation, with one virtual CPU, virtual time (1 ns an instruction), and a block device that answers after a fixed 2 ms.',
	recorded: '2026-11-23',
	workload:
		'For 200 ms, and with 8 hot file pages: 6 threads (flt-N) touch them; 4 threads (wr-N) map, unmap and protect in the same address space with long holds, from about 90 ms on: before, they build their region; one thread evicts the pages.',
	definitions: {
		fault: 'page_fault_user of a thread flt-N at an address of the test mapping',
		attempt: 'a call of handle_mm_fault() within a fault; a first attempt is 0, later ones have FAULT_FLAG_TRIED',
		retried: 'handle_mm_fault() returned VM_FAULT_RETRY',
		sleep: 'from entry to return of io_schedule() within an attempt; of one of two sorts, the next two',
		'reads the page itself': 'the sleep began within filemap_read_folio() of the same attempt',
		'waits for the page lock':
			'any other sleep; when each of them began, another thread flt-N was within filemap_read_folio() for that page, with the page locked until it is read',
		evicted:
			'mm_filemap_delete_from_page_cache told of the page between the end of the fault’s first attempt and the sleep of its second',
		held: 'the thread had taken mmap_lock and not released it when it slept',
		write:
			'a request for mmap_lock as a writer: from mmap_lock_start_locking to mmap_lock_acquire_returned it waits, then it holds the lock until it is released or downgraded',
		overlapped:
			'a writer’s wait, for some time of which an attempt slept with the lock held: no writer gets in then; any other wait is among the others',
	},
	limits: [
		'Eviction is forced and far stronger than in life: the trace shows which cases exist and what they cost, not how often they occur.',
		'The device always takes 2 ms: that the sleeps of first and second attempts are mostly as long is built in.',
		'The workload has no lockers like those of the model: its pages are locked only to be read, mapped or evicted.',
		'Of fewer than 100 sleeps, p99 is the longest.',
		'One CPU, emulated, and virtual time. A sleep or a wait ends when its thread runs again, so that waiting for a turn on the CPU is part of it.',
		'The writers’ few waits of the first 90 ms are among the others.',
		'One boot. Counts vary by about 10 % from boot to boot, rare events by 25 %.',
	],
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		'from-us': { type: 'string', default: '188000' },
		'to-us': { type: 'string', default: '194000' },
	},
});
const [path] = positionals;
if (path === undefined) {
	console.error('Name the trace, as in: node scripts/reduce-trace.ts 6.1-h_L4.trace.gz');
	process.exit(2);
}
const stretch = { from_us: Number(values['from-us']), to_us: Number(values['to-us']) };
const bytes = readFileSync(path);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const reduced = reduceTrace(parseFtrace(gunzipSync(bytes).toString()), stretch);
const file: TraceFile = { ...recording, source: { file: basename(path), sha256 }, ...reduced };
const target = fileURLToPath(new URL(`../content/traces/${recording.name}.json`, import.meta.url));
writeFileSync(target, `${JSON.stringify(file)}\n`);
console.log(`${target}: ${reduced.faults} faults, ${reduced.sleeps.length} sleeps, ${reduced.writes.length} writes.`);
