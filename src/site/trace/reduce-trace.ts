import type { TraceEvent } from './ftrace.ts';
import type { ReducedTrace, TracedState } from './trace-data.ts';

/** Bits of handle_mm_fault()'s result and of its flags, as the kernel of the trace has them. */
const VM_FAULT_RETRY = 0x400;
const FAULT_FLAG_TRIED = 0x20;
const PAGE_SIZE = 4096;

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
	const threads = new Map(names.map((name, index) => [name, new TracedThread(index, workload, gathered)]));
	for (const event of events) {
		if (event.time_us >= workload.start_us) threads.get(event.thread)?.take(event);
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

/** One thread, followed from event to event. */
class TracedThread {
	readonly #index: number;
	readonly #workload: Workload;
	readonly #gathered: Gathered;
	#held: 'read' | 'write' | null = null;
	/** The fault under way: its attempts so far, and whether the last has ended without asking for another. */
	#fault: { attempts: number; ended: boolean; readonly onMapping: boolean } | null = null;
	#asked_us: number | null = null;
	#acquired_us = 0;
	#sleep_us = 0;
	#state: TracedState = 'idle';
	#since_us = 0;

	constructor(index: number, workload: Workload, gathered: Gathered) {
		this.#index = index;
		this.#workload = workload;
		this.#gathered = gathered;
	}

	take({ time_us, name, fields }: TraceEvent): void {
		const now_us = time_us - this.#workload.start_us;
		switch (name) {
			case 'page_fault_user':
				this.#fault = { attempts: 0, ended: false, onMapping: this.#isOnMapping(numberIn(fields, 'address')) };
				if (this.#fault.onMapping) this.#gathered.faults += 1;
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
			case 'ios_in':
				this.#sleep_us = now_us;
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

	#isOnMapping(address: number): boolean {
		const { base, pages } = this.#workload;
		return address >= base && address < base + pages * PAGE_SIZE;
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
		const attempt = this.#fault.attempts - 1;
		this.#gathered.retried[attempt] = (this.#gathered.retried[attempt] ?? 0) + Number(isRetried);
	}

	#wake(now_us: number): void {
		if (!this.#fault?.onMapping) return;
		const held = Number(this.#held !== null);
		this.#gathered.sleeps.push([this.#index, this.#fault.attempts - 1, held, this.#sleep_us, now_us]);
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
