/** The structs that model C may name, and the fields it may reach. One of each field to a struct. */
export const structs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	mm_struct: { mmap_sem: 'rw_semaphore' },
	page: { flags: 'page_flags' },
	rw_semaphore: {},
	page_flags: {},
	wait_queue_head: { lock: 'spinlock' },
	spinlock: {},
	task_struct: {},
};

/** Bits of `page->flags`, by the kernel's numbers; the model keeps these two. */
export const PG_locked = 0;
export const PG_waiters = 7;

/** The states of a sleep that a signal may end, by the kernel's numbers: any signal, or one that kills. */
export const TASK_INTERRUPTIBLE = 0x1;
export const TASK_WAKEKILL = 0x100;

/** The signal that kills, by the kernel's number; every other does not. */
export const SIGKILL = 9;

/** How an entry stands in a page's wait queue; the C has the same numbers in include/linux/wait.h. */
export const SHARED = 0;
export const EXCLUSIVE = 1;
/** As EXCLUSIVE, but whoever walks the queue is to take the lock on its behalf. */
export const HANDOFF = 2;
