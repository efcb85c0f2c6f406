/*
 * The two bits of a page that this path uses.
 *
 * Stands for: include/linux/page-flags.h, v4.20.
 * Left out: all other bits.
 */
#define PG_locked	0	/* somebody owns the page */
#define PG_waiters	7	/* somebody may be in its queue */
