/*
 * What a fault is told, and what it answers.
 *
 * Stands for: include/linux/mm.h, v4.20; values as there.
 * Left out: the flags and answers that this path never looks at.
 */
#define FAULT_FLAG_ALLOW_RETRY	0x04	/* may let go of mmap_sem and ask for another attempt */
#define FAULT_FLAG_RETRY_NOWAIT	0x08	/* with ALLOW_RETRY: ask at once, asleep never, mmap_sem kept */
#define FAULT_FLAG_KILLABLE	0x10	/* a fatal signal ends the wait */
#define FAULT_FLAG_TRIED	0x20	/* this is not the first attempt */
#define FAULT_FLAG_USER		0x40	/* the access came from user space */

#define VM_FAULT_SIGBUS		0x0002	/* the access cannot be made */
#define VM_FAULT_NOPAGE		0x0100	/* nothing more to do */
#define VM_FAULT_RETRY		0x0400	/* another attempt, please; mmap_sem is let go, unless NOWAIT */
