/*
 * How a thread stands in a page's wait queue.
 *
 * Stands for: WQ_FLAG_EXCLUSIVE, include/linux/wait.h, v4.20.
 * Left out: the 256 hashed queues that pages share; here each page has its own.
 */
#define SHARED		0	/* waits for the unlock, does not want the lock */
#define EXCLUSIVE	1	/* wants the lock; a walk wakes one of these */

#define PG_locked	0
#define PG_waiters	7
