import type { Shape } from './shape.ts';

/** What a thread that sleeps in mmap_sem's queue may do of its own accord: nothing, it must be granted the semaphore. */
export const SLEEPS_ON = 0;
/** It is awake, and tries to take the semaphore. */
export const TRIES = 1;
/** Its time-out fires. */
export const TIMES_OUT = 2;

/** What the first in line went through, in bits of `Shape.semaphoreFirst`: it has waited for the time-out. */
export const TIMED_OUT = 1;
/** It was woken, and has not looked yet. */
export const WOKEN = 2;
/** It has asked that nobody enter ahead of it. */
export const ASKED = 4;

/** A rule for who gets mmap_sem. Each function that changes the cells is one step; 1 from `read` or `write` means queued. */
export interface RwSemaphore {
	read(cells: Int32Array, mm: number, thread: number): 0 | 1;
	write(cells: Int32Array, mm: number, thread: number): 0 | 1;
	/** 1 if the caller now holds it for reading, 0 if it would have to queue. */
	tryRead(cells: Int32Array, mm: number, thread: number): 0 | 1;
	/** Gives it back, for reading or for writing. */
	release(cells: Int32Array, mm: number, thread: number): void;
	/** What a thread in the queue may do now: SLEEPS_ON, TRIES or TIMES_OUT. */
	nextOfSleeper(cells: Int32Array, mm: number, thread: number): number;
	/** Lets it do that, if it is not SLEEPS_ON: 0 if it holds the semaphore now, 1 if it sleeps on. */
	runSleeper(cells: Int32Array, mm: number, thread: number): 0 | 1;
	/** The first in the queue if it is one whose time-out matters, else -1: a timed run winds its clock. Null if none ever matters. */
	readonly timedWaiter: ((cells: Int32Array, mm: number) => number) | null;
}

/** The part of a discipline in which nobody in the queue does anything of its own accord. */
export const sleepersSleepOn = {
	nextOfSleeper: () => SLEEPS_ON,
	runSleeper: (): never => {
		throw new Error('a thread was run that sleeps until it is granted mmap_sem');
	},
	timedWaiter: null,
} satisfies Partial<RwSemaphore>;

/** Where a discipline keeps what the first in an mm's queue went through. */
export const bitsOfFirst = ({ semaphoreFirst }: Shape) => ({
	has: (cells: Int32Array, mm: number, bit: number) => ((cells[semaphoreFirst + mm] as number) & bit) !== 0,
	set: (cells: Int32Array, mm: number, bit: number) => {
		cells[semaphoreFirst + mm] = (cells[semaphoreFirst + mm] as number) | bit;
	},
	clear: (cells: Int32Array, mm: number, bit: number) => {
		cells[semaphoreFirst + mm] = (cells[semaphoreFirst + mm] as number) & ~bit;
	},
});
