import type { RwSemaphoreName } from '../../engine/kernel/rw-semaphore.ts';
import type { Counts } from '../../engine/kernel/shape.ts';
import { semaphoreText } from './semaphore-text.ts';

/** What is there, and which parts of it the threads use. */
export interface Parts {
	readonly counts: Counts;
	readonly discipline: RwSemaphoreName;
	readonly pageLocks: boolean;
	readonly semaphores: boolean;
	readonly ptes: boolean;
	readonly userfaults: boolean;
	readonly signals: boolean;
	/** Whether two sleeps go on at the same label. */
	readonly numberedSleeps: boolean;
	/** The assertions that stand right behind a sleep. */
	readonly behindSleeps: readonly string[];
}

/** What threads share, and what they do with it: everything that the proctypes call. */
export function kernelText(parts: Parts): string {
	const { counts } = parts;
	return [
		`#define THREADS\t${counts.threads}\n#define MMS\t${counts.mms}\n#define PAGES\t${counts.pages}\n`,
		...(parts.signals ? [signalText] : []),
		sleepText(parts),
		...(parts.pageLocks || parts.userfaults ? [waitQueueText(parts)] : []),
		...(parts.pageLocks ? [pageLockText] : []),
		...(parts.semaphores ? [semaphoreText(parts.discipline)] : []),
		...(parts.ptes ? [pteText] : []),
		...(parts.userfaults ? [userfaultText] : []),
		...(parts.signals ? [sendText] : []),
	].join('\n');
}

function sleepText(parts: Parts): string {
	const interrupted = parts.signals
		? ` &&
	   !((state) == TASK_INTERRUPTIBLE && signal_pending(_pid)) &&
	   !((state) == TASK_KILLABLE && fatal_signal_pending(_pid))`
		: '';
	return `/* Sleeping.  A thread stands in one wait queue at most.  While it sleeps, its
   process stands already at the label where it will go on. */
#define TASK_RUNNING		0
#define TASK_INTERRUPTIBLE	1
#define TASK_UNINTERRUPTIBLE	2
#define TASK_KILLABLE		3

byte task_state[THREADS];
bool is_queued_somewhere[THREADS];
byte first_thread;	/* within a step, who is taken out of a queue; 0 between steps */

#define is_awake	(task_state[_pid] == TASK_RUNNING)
#define state_of(thread)	(task_state[thread] & 3)

inline io_schedule_state(state)
{
	if
	:: is_queued_somewhere[_pid]${interrupted} -> task_state[_pid] = state
	:: else
	fi
}
${parts.numberedSleeps ? numberText : ''}${parts.behindSleeps.length > 0 ? behindText(parts.behindSleeps) : ''}
inline set_running(thread)
{
${parts.behindSleeps.map(meetText).join('')}	task_state[thread] = TASK_RUNNING
}

inline wake_up_first_thread()
{
	is_queued_somewhere[first_thread] = false;
	set_running(first_thread);
	first_thread = 0
}
`;
}

const numberText = `
/* Where two sleeps go on at the same label, the second has a number. */
inline number_sleep(number)
{
	if
	:: is_awake
	:: else -> task_state[_pid] = task_state[_pid] + 16 * number
	fi
}
`;

const meetText = (name: string) => `	if
	:: (task_state[thread] & BEFORE_${name}) != 0 -> assert(${name})
	:: else
	fi;
`;

/** Whoever is woken goes on in the step of whoever wakes it, up to its own next step. */
const behindText = (names: readonly string[]) => `
/* An assertion right behind a sleep is met in the step of whoever wakes. */
${names.map((name, index) => `#define BEFORE_${name}\t${4 << index}`).join('\n')}

inline behind_sleep(property, mark)
{
	if
	:: is_awake -> assert(property)
	:: else -> task_state[_pid] = task_state[_pid] | mark
	fi
}
`;

const waitQueueText = (parts: Parts) => `/* Wait queues: kind and thread, from the head. */
#define SHARED		0
#define EXCLUSIVE	1
#define HANDOFF		2
${parts.pageLocks ? '\nchan page_wait[PAGES] = [THREADS] of { byte, byte };' : ''}
#define waitqueue_active(q)	(len(q) > 0)
#define is_queued(q)		(q??[_, eval(_pid)])
#define first_is_exclusive(q)	(q?[EXCLUSIVE, _] || q?[HANDOFF, _])
#define first_wants_hand_off(q)	(q?[HANDOFF, _])

inline add_wait_queue_tail(q, kind)
{
	assert(!is_queued_somewhere[_pid]);
	q!kind, _pid;
	is_queued_somewhere[_pid] = true
}

inline wake_up_first(q)
{
	assert(waitqueue_active(q));
	q?_, first_thread;
	wake_up_first_thread()
}

inline finish_wait(q)
{
	if
	:: is_queued(q) -> q??_, eval(_pid); is_queued_somewhere[_pid] = false
	:: else
	fi
}
`;

const pageLockText = `/* Pages: who owns the lock, as 1 + the thread; 0 for nobody. */
byte page_owner[PAGES];
bool page_waiters[PAGES];

#define PageLocked(page)		(page_owner[page] != 0)
#define SetPageLocked(page, thread)	page_owner[page] = (thread) + 1
#define PageWaiters(page)		(page_waiters[page])
#define SetPageWaiters(page)		page_waiters[page] = true
#define ClearPageWaiters(page)		page_waiters[page] = false

inline clear_bit_unlock(page)
{
	assert(page_owner[page] == _pid + 1);
	page_owner[page] = 0
}

inline lock_page_for_first(page)
{
	page_wait[page]?<_, first_thread>;
	SetPageLocked(page, first_thread);
	first_thread = 0
}

inline hand_off_to_first(page)
{
	assert(page_owner[page] == _pid + 1);
	assert(waitqueue_active(page_wait[page]));
	page_wait[page]?_, first_thread;
	SetPageLocked(page, first_thread);
	wake_up_first_thread()
}
`;

const pteText = `/* Page tables. */
bool pte[MMS * PAGES];

#define pte_present(mm, page)	(pte[(mm) * PAGES + (page)])
#define set_pte_at(mm, page)	pte[(mm) * PAGES + (page)] = true
#define pte_clear(mm, page)	pte[(mm) * PAGES + (page)] = false
`;

const userfaultText = `/* userfaultfd: which pages it wants to be told of, and who waits for it. */
chan userfault_wait[MMS] = [THREADS] of { byte, byte };
bool write_protected[MMS * PAGES];

#define pte_uffd_wp(mm, page)		(write_protected[(mm) * PAGES + (page)])
#define pte_mkuffd_wp(mm, page)		write_protected[(mm) * PAGES + (page)] = true
#define pte_clear_uffd_wp(mm, page)	write_protected[(mm) * PAGES + (page)] = false
`;

const signalText = `/* Signals: one that does not kill, one that does. */
#define OTHER	1
#define FATAL	2

byte signals[THREADS];

#define signal_pending(thread)		(signals[thread] != 0)
#define fatal_signal_pending(thread)	((signals[thread] & FATAL) != 0)
#define other_signal_pending(thread)	((signals[thread] & OTHER) != 0)
#define dequeue_signal(thread)		signals[thread] = signals[thread] & FATAL
`;

const sendText = `inline send_sig(kind, thread)
{
	signals[thread] = signals[thread] | kind;
	if
	:: state_of(thread) == TASK_INTERRUPTIBLE -> set_running(thread)
	:: state_of(thread) == TASK_KILLABLE && fatal_signal_pending(thread) -> set_running(thread)
	:: else
	fi
}
`;
