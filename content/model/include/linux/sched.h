/*
 * How a thread may be asleep, and what may be sent to it.
 *
 * Stands for: include/linux/sched.h and the numbers of signals, v4.20; values
 * as there.  io_schedule_state() is set_current_state() and io_schedule().
 * Left out: all other states and signals.
 */
#define TASK_INTERRUPTIBLE	0x0001	/* any signal ends the sleep */
#define TASK_UNINTERRUPTIBLE	0x0002	/* none does */
#define TASK_KILLABLE		0x0102	/* one that kills does */

#define SIGKILL			9
#define SIGUSR1			10
