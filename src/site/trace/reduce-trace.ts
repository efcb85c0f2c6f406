import type { TraceEvent } from './ftrace.ts';
import type { ReducedTrace, TracedState } from './trace-data.ts';
import { PAGE_SIZE, TracedPages } from './traced-pages.ts';

/** Bits of handle_mm_fault()'s result and of its flags, as the kernel of the trace has them. */
const VM_FAULT_RETRY = 0x400;
const FAULT_FLAG_TRIED = 0x20;

/** The test mapping, and when the workload began by the clock of the trace. */
interface Workload {
	readonly base: number;
	readonly pages: number;
	readonly start_us: number;
}

type Segment = ReducedTrace['stretch']['segments'][number];

/** What the reduction gathers while it goes through the events. */
interface Gathered {
	faults: number;
	readonly attempts: number[];
	readonly retried: number[];
	readonly sleeps: ReducedTrace['sleeps'][number][];
	readonly writes: ReducedTrace['writes'][number][];
	readonly segments: Segment[];
}

/**
 * Reduces a trace to its faults on the test mapping, its writers, and all that its threads did in one stretch.
 *
 * @param events with the mark WL_START; the workload's threads are flt-N and wr-N
 * @param stretch in us since the start mark
 * @throws {Error} if the mark is missing, or if an attempt's number and its flags disagree
 */
export function reduceTrace(
	events: readonly TraceEvent[],
	{ from_us, to_us }: { readonly from_us: number; readonly to_us: number },
): ReducedTrace {
	const workload = workloadOf(events);
	const names = [...new Set(events.map(({ thread }) => thread).filter((name) => /^(flt|wr)-\d+$/.test(name)))].sort();
	const gathered: Gathered = { faults: 0, attempts: [], retried: [], sleeps: [], writes: [], segments: [] };
	const pages = new TracedPages();
	const threads = new Map(names.map((name, index) => [name, new TracedThread(index, workload, gathered, pages)]));
	for (const event of events) {
		if (event.time_us < workload.start_us) continue;
		// Whoever evicts is none of the threads that are followed.
		if (event.name === 'mm_filemap_delete_from_page_cache') pages.evict(numberIn(event.fields, 'ofs'));
		threads.get(event.thread)?.take(event);
	}
	const { segments: all, ...reduced } = gathered;
	const segments = all
		.filter(([, , from, to]) => from < to_us && to > from_us)
		.map(([thread, state, from, to]): Segment => [thread, state, Math.max(from, from_us), Math.min(to, to_us)])
		.sort((one, other) => one[0] - other[0] || one[2] - other[2]);
	return { threads: names, ...reduced, stretch: { from_us, to_us, segments } };
}

function workloadOf(events: readonly TraceEvent[]): Workload {
	const start = events.find(({ name, fields }) => name === 'tracing_mark_write' && fields.startsWith('WL_START'));
	if (start === undefined) throw new Error("The trace has no line 'tracing_mark_write: WL_START'; take a whole one.");
	return {
		base: numberIn(start.fields, 'base'),
		pages: numberIn(start.fields, 'pages'),
		start_us: start.time_us,
	};
}

/** The number behind NAME= in an event's fields. */
function numberIn(fields: string, name: string): number {
	const found = new RegExp(`\\b${name}=(0x[0-9a-f]+|\\d+)`).exec(fields)?.[1];
	if (found === undefined) throw new Error(`Expected '${name}=' and a number, found '${fields}'.`);
	return Number(found);
}

/** The fault that a thread is in. */
interface TracedFault {
	readonly onMapping: boolean;
	/** By its place in the test mapping. */
	readonly page: number;
	attempts: number;
	/** Whether the last attempt has ended without asking for another. */
	ended: boolean;
	/** How many times the page had been evicted when the last attempt ended. */
	evictions: number;
}

/** One thread, followed from event to event. */
class TracedThread {
	readonly #index: number;
	readonly #workload: Workload;
	readonly #gathered: Gathered;
	readonly #pages: TracedPages;
	#held: 'read' | 'write' | null = null;
	#fault: TracedFault | null = null;
	#asked_us: number | null = null;
	#acquired_us = 0;
	/** The sleep under way: when it began, and what is told of its page. */
	#sleep: { from_us: number; reader: number | null; evicted: number } | null = null;
	#state: TracedState = 'idle';
	#since_us = 0;

	constructor(index: number, workload: Workload, gathered: Gathered, pages: TracedPages) {
		this.#index = index;
		this.#workload = workload;
		this.#gathered = gathered;
		this.#pages = pages;
	}

	take({ time_us, name, fields }: TraceEvent): void {
		const now_us = time_us - this.#workload.start_us;
		switch (name) {
			case 'page_fault_user':
				this.#beginFault(numberIn(fields, 'address'));
				break;
			case 'mmap_lock_start_locking':
				// A failed trylock is followed by another request, which is the same wait.
				this.#asked_us ??= now_us;
				this.#go('wait-sem', now_us);
				return;
			case 'mmap_lock_acquire_returned':
				if (fields.includes('success=false')) return;
				this.#acquire(fields.includes('write=true'), now_us);
				break;
			case 'mmap_lock_released':
				this.#release(now_us);
				break;
			case 'hmm_in':
				this.#attempt(numberIn(fields, 'flags'));
				break;
			case 'hmm_out':
				this.#endAttempt(numberIn(fields, 'ret'));
				break;
			case 'rf_in':
				if (this.#fault?.onMapping) this.#pages.beginRead(this.#fault.page, this.#index);
				return;
			case 'rf_out':
				if (this.#fault?.onMapping) this.#pages.endRead(this.#fault.page);
				return;
			case 'ios_in':
				this.#fallAsleep(now_us);
				this.#go(this.#held === null ? 'wait-page' : 'wait-page-holding', now_us);
				return;
			case 'ios_out':
				this.#wake(now_us);
				break;
			default:
				return;
		}
		this.#go(this.#held === 'write' ? 'writes' : this.#fault === null ? 'idle' : 'fault', now_us);
	}

	#beginFault(address: number): void {
		const page = Math.floor((address - this.#workload.base) / PAGE_SIZE);
		const onMapping = page >= 0 && page < this.#workload.pages;
		this.#fault = { onMapping, page, attempts: 0, ended: false, evictions: 0 };
		if (onMapping) this.#gathered.faults += 1;
	}

	#acquire(asWriter: boolean, now_us: number): void {
		// A writer that goes on as a reader has nothing asked for.
		if (this.#held === 'write') this.#endWrite(now_us);
		this.#held = asWriter ? 'write' : 'read';
		this.#acquired_us = now_us;
		if (!asWriter) this.#asked_us = null;
	}

	#release(now_us: number): void {
		if (this.#held === 'write') this.#endWrite(now_us);
		this.#held = null;
		if (this.#fault?.ended) this.#fault = null;
	}

	#endWrite(now_us: number): void {
		if (this.#asked_us === null) throw new Error(`At ${now_us} us a writer lets go of what it did not ask for.`);
		this.#gathered.writes.push([this.#index, this.#asked_us, this.#acquired_us, now_us]);
		this.#asked_us = null;
	}

	#attempt(flags: number): void {
		if (!this.#fault?.onMapping) return;
		const attempt = this.#fault.attempts++;
		if (attempt > 0 !== (flags & FAULT_FLAG_TRIED) > 0) {
			throw new Error(
				`Attempt ${attempt} (0 is the first) has the flags 0x${flags.toString(16)}; is an event missing?`,
			);
		}
		this.#gathered.attempts[attempt] = (this.#gathered.attempts[attempt] ?? 0) + 1;
	}

	#endAttempt(result: number): void {
		if (this.#fault === null) return;
		const isRetried = (result & VM_FAULT_RETRY) > 0;
		this.#fault.ended = !isRetried;
		if (!this.#fault.onMapping) return;
		this.#fault.evictions = this.#pages.evictionsOf(this.#fault.page);
		const attempt = this.#fault.attempts - 1;
		this.#gathered.retried[attempt] = (this.#gathered.retried[attempt] ?? 0) + Number(isRetried);
	}

	#fallAsleep(now_us: number): void {
		if (!this.#fault?.onMapping) return;
		const { page, attempts, evictions } = this.#fault;
		const evicted = Number(attempts > 1 && this.#pages.evictionsOf(page) > evictions);
		this.#sleep = { from_us: now_us, reader: this.#pages.readerOf(page), evicted };
	}

	#wake(now_us: number): void {
		if (this.#fault === null || this.#sleep === null) return;
		const { from_us, reader, evicted } = this.#sleep;
		const held = Number(this.#held !== null);
		this.#gathered.sleeps.push([this.#index, this.#fault.attempts - 1, held, from_us, now_us, reader, evicted]);
		this.#sleep = null;
	}

	#go(state: TracedState, now_us: number): void {
		if (state === this.#state) return;
		if (now_us > this.#since_us) {
			this.#gathered.segments.push([this.#index, this.#state, this.#since_us, now_us]);
		}
		this.#state = state;
		this.#since_us = now_us;
	}
}
