/*
 * How a thread stands in a wait queue.
 *
 * Stands for: the flag WQ_FLAG_EXCLUSIVE of include/linux/wait.h, v4.20; these
 * two names came with v5.0.
 */
#define SHARED		0	/* waits to be told of the unlock */
#define EXCLUSIVE	1	/* wants the lock; a walk ends at the first of these */
