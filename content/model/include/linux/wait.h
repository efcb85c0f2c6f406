/*
 * How a thread stands in a wait queue.
 *
 * Stands for: the flags WQ_FLAG_EXCLUSIVE and WQ_FLAG_CUSTOM of
 * include/linux/wait.h; the names SHARED and EXCLUSIVE came with v5.0, CUSTOM
 * with v5.9.  The page lock of v4.20 knows the first two alone.
 */
#define SHARED		0	/* waits to be told of the unlock */
#define EXCLUSIVE	1	/* wants the lock; a walk ends at the first of these */
#define HANDOFF		2	/* as EXCLUSIVE, but the walk takes the lock for it */
