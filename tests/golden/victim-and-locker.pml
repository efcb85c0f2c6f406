/*
 * May a page fault be retried more than once?  A scenario of Polite or Certain,
 * made by
 *
 *   bin/polite export --promela --policy rfc --victims 1 --lockers 1
 *
 * Model 7788c65c, engine 1.
 *
 * A process a thread, a label a state: function and line of the model's C, which
 * the comments show.  A step on what threads share, or a section under a wait
 * queue's own lock, is one transition; the C between is none.  So without
 * reduction spin stores exactly the states that 'bin/polite check' counts.
 *
 * States, deadlock (an invalid end state) and assertions:
 *   spin -a FILE && gcc -O2 -DNOREDUCE -DSAFETY -DNOCLAIM -o pan pan.c && ./pan -c0 -m1000000
 *   -c0 goes on after an error: no-warning, no-sigbus are assertions of that name.
 * The same on four cores:
 *   gcc -O2 -DNOREDUCE -DSAFETY -DNOCLAIM -DNCORE=4 -o pan pan.c && ./pan -m1000000
 *
 * Progress: a claim a property and thread; a property holds if all of its claims do.
 *   spin -a FILE && gcc -O2 -DNOREDUCE -o pan pan.c
 *   ./pan -a -f -m1000000 -N victim_completes_0
 *   ./pan -a -f -m1000000 -N queued_enters_1
 *
 * On many machines, each with a seed of its own (swarm):
 *   gcc -O2 -DNOREDUCE -DBITSTATE -DPERMUTED -o pan pan.c
 *   ./pan -a -f -w30 -k3 -rhash -RS1 -m1000000 -N victim_completes_0
 *
 * Limits: those of the model: sequential consistency, unlimited CPUs, one fault a
 * victim, no time.  Any other assertion that fails is C that misuses a lock;
 * spin goes on behind it, 'check' does not.
 */

/* Never true: an assertion of one of these says by its name what must not be. */
bool no_warning;
bool no_sigbus;

#define THREADS	2
#define MMS	1
#define PAGES	1

/* Sleeping.  A thread stands in one wait queue at most.  While it sleeps, its
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
	:: is_queued_somewhere[_pid] -> task_state[_pid] = state
	:: else
	fi
}

/* Where two sleeps go on at the same label, the second has a number. */
inline number_sleep(number)
{
	if
	:: is_awake
	:: else -> task_state[_pid] = task_state[_pid] + 16 * number
	fi
}

inline set_running(thread)
{
	task_state[thread] = TASK_RUNNING
}

inline wake_up_first_thread()
{
	is_queued_somewhere[first_thread] = false;
	set_running(first_thread);
	first_thread = 0
}

/* Wait queues: kind and thread, from the head. */
#define SHARED		0
#define EXCLUSIVE	1
#define HANDOFF		2

chan page_wait[PAGES] = [THREADS] of { byte, byte };
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

/* Pages: who owns the lock, as 1 + the thread; 0 for nobody. */
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

/* mmap_sem, under the rule 'queue'. */
#define READER	0
#define WRITER	1

#define NOT_HELD		0
#define HELD_FOR_READING	1
#define HELD_FOR_WRITING	2

byte rwsem_writer[MMS];		/* 1 + the thread that writes; 0 for nobody */
byte rwsem_readers[MMS];	/* how many read */
byte held[MMS * THREADS];
chan rwsem_wait[MMS] = [THREADS] of { byte, byte };

#define how_held(mm, thread)	held[(mm) * THREADS + (thread)]
#define rwsem_is_free(mm)	(rwsem_readers[mm] == 0 && rwsem_writer[mm] == 0)

inline take_for_reading(mm, thread)
{
	assert(how_held(mm, thread) == NOT_HELD);
	rwsem_readers[mm]++;
	how_held(mm, thread) = HELD_FOR_READING
}

inline take_for_writing(mm, thread)
{
	assert(how_held(mm, thread) == NOT_HELD);
	rwsem_writer[mm] = thread + 1;
	how_held(mm, thread) = HELD_FOR_WRITING
}

inline grant_to_reader(mm)
{
	take_for_reading(mm, first_thread);
	wake_up_first_thread()
}

#define may_read(mm)		(rwsem_writer[mm] == 0 && len(rwsem_wait[mm]) == 0)
#define may_try_to_read(mm)	(rwsem_writer[mm] == 0 && len(rwsem_wait[mm]) == 0)
#define may_write(mm)		(rwsem_is_free(mm) && len(rwsem_wait[mm]) == 0)

inline queue_for_rwsem(mm, kind)
{
	rwsem_wait[mm]!kind, _pid;
	is_queued_somewhere[_pid] = true;
	task_state[_pid] = TASK_UNINTERRUPTIBLE
}

inline down_read(mm)
{
	assert(how_held(mm, _pid) == NOT_HELD);
	if
	:: may_read(mm) -> take_for_reading(mm, _pid)
	:: else -> queue_for_rwsem(mm, READER)
	fi
}

inline down_write(mm)
{
	assert(how_held(mm, _pid) == NOT_HELD);
	if
	:: may_write(mm) -> take_for_writing(mm, _pid)
	:: else -> queue_for_rwsem(mm, WRITER)
	fi
}

inline rwsem_wake(mm)
{
	if
	:: rwsem_wait[mm]?[WRITER, _] -> rwsem_wait[mm]?_, first_thread;
	   take_for_writing(mm, first_thread);
	   wake_up_first_thread()
	:: else -> do
	   :: rwsem_wait[mm]?[READER, _] -> rwsem_wait[mm]?_, first_thread; grant_to_reader(mm)
	   :: else -> break
	   od
	fi
}

inline up_read(mm)
{
	assert(how_held(mm, _pid) == HELD_FOR_READING);
	how_held(mm, _pid) = NOT_HELD;
	rwsem_readers[mm]--;
	if
	:: rwsem_readers[mm] == 0 -> rwsem_wake(mm)
	:: else
	fi
}

inline up_write(mm)
{
	assert(how_held(mm, _pid) == HELD_FOR_WRITING);
	how_held(mm, _pid) = NOT_HELD;
	rwsem_writer[mm] = 0;
	rwsem_wake(mm)
}

/* Page tables. */
bool pte[MMS * PAGES];

#define pte_present(mm, page)	(pte[(mm) * PAGES + (page)])
#define set_pte_at(mm, page)	pte[(mm) * PAGES + (page)] = true
#define pte_clear(mm, page)	pte[(mm) * PAGES + (page)] = false

/* Whether what a claim is about is still pending: at a label where a thread
   may stand asleep or awake, perhaps in one of the two only. */
#define NO	0
#define WHILE_AWAKE	1
#define WHILE_ASLEEP	2
#define YES	3

active proctype victim()
{
	byte victim_pending = YES;
do_user_addr_fault_16:	/* arch/x86/mm/fault.c:16: if (!down_read_trylock(&mm->mmap_sem))
	   called from victim_fault:19 */
	if
	:: d_step { may_try_to_read(0) -> take_for_reading(0, _pid) } goto handle_mm_fault_14	/* fault.c 16 20, memory.c 14 */
	:: d_step { !may_try_to_read(0) -> assert(how_held(0, _pid) == NOT_HELD) } goto do_user_addr_fault_17	/* fault.c 16 17 */
	fi;

do_user_addr_fault_17:	/* arch/x86/mm/fault.c:17: down_read(&mm->mmap_sem);
	   called from victim_fault:19 */
	if
	:: d_step { down_read(0) } goto handle_mm_fault_14	/* fault.c 20, memory.c 14 */
	fi;

handle_mm_fault_14:	/* mm/memory.c:14: if (pte_present(mm, page))
	   called from victim_fault:19 > do_user_addr_fault:20 */
	if
	:: is_awake && pte_present(0, 0) -> goto do_user_addr_fault_29	/* memory.c 14 15 41 43, fault.c 20 29 */
	:: is_awake && !pte_present(0, 0) -> goto trylock_page_9	/* memory.c 14 16 22, pagemap.h 21 9 */
	fi;

trylock_page_9:	/* include/linux/pagemap.h:9: return !test_and_set_bit_lock(PG_locked, &page->flags);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:22 > lock_page_or_retry:21 */
	if
	:: PageLocked(0) -> goto be_polite_41	/* pagemap.h 9 21, filemap.c 14 15 40 41 */
	:: d_step { !PageLocked(0) -> SetPageLocked(0, _pid) } goto do_swap_page_29	/* pagemap.h 9 21, memory.c 22 27 29 */
	fi;

do_user_addr_fault_29:	/* arch/x86/mm/fault.c:29: up_read(&mm->mmap_sem);
	   called from victim_fault:19 */
	if
	:: d_step { up_read(0); victim_pending = NO } goto end	/* fault.c 30 32, victim.c 21 22 23 */
	fi;

do_swap_page_29:	/* mm/memory.c:29: if (!pte_present(mm, page)) {
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 */
	if
	:: pte_present(0, 0) -> goto unlock_page_108	/* memory.c 29 33, filemap.c 104 107 108 */
	:: !pte_present(0, 0) -> goto do_swap_page_31	/* memory.c 29 30 31 */
	fi;

be_polite_41:	/* mm/filemap.c:41: up_read(&mm->mmap_sem);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:22 > lock_page_or_retry:21 > __lock_page_or_retry:15 */
	if
	:: d_step { up_read(0) } goto is_served_at_once_80	/* filemap.c 42 43 65 73 76 77 80, pagemap.h 32 */
	fi;

unlock_page_108:	/* mm/filemap.c:108: while (waitqueue_active(q) && !first_is_exclusive(q))
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:33 */
	if
	:: d_step {
	   true ->
	   unlock_page_108_again: if
	   :: waitqueue_active(page_wait[0]) ->
	      if	/* mm/filemap.c:108: while (waitqueue_active(q) && !first_is_exclusive(q)) */
	      :: first_is_exclusive(page_wait[0]) ->
	         unlock_page_110: if	/* mm/filemap.c:110: if (waitqueue_active(q)) */
	         :: waitqueue_active(page_wait[0]) ->
	            hand_off_to_first(0)
	         :: else ->
	            clear_bit_unlock(0)
	         fi
	      :: else ->
	         wake_up_first(page_wait[0]);
	         goto unlock_page_108_again
	      fi
	   :: else ->
	      goto unlock_page_110
	   fi
	   } goto do_user_addr_fault_29
	fi;

is_served_at_once_80:	/* mm/filemap.c:80: locked = test_bit(PG_locked, &page->flags);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:22 > lock_page_or_retry:21 > __lock_page_or_retry:15 > be_polite:43 > wait_on_page_locked_killable:32 > sleep_for_page:65 */
	if
	:: d_step {
	   true ->
	   if
	   :: PageLocked(0) ->
	      add_wait_queue_tail(page_wait[0], SHARED); io_schedule_state(TASK_KILLABLE)
	   :: else ->
	      skip
	   fi
	   } goto do_user_addr_fault_26
	fi;

end:
	false

do_swap_page_31:	/* mm/memory.c:31: set_pte_at(mm, page);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 */
	if
	:: d_step { set_pte_at(0, 0) } goto unlock_page_108	/* memory.c 33, filemap.c 104 107 108 */
	fi;

do_user_addr_fault_26:	/* arch/x86/mm/fault.c:26: down_read(&mm->mmap_sem);
	   called from victim_fault:19 */
	if
	:: d_step { is_awake -> down_read(0) } goto handle_mm_fault_14_2	/* fault.c 20, memory.c 14 */
	fi;

handle_mm_fault_14_2:	/* mm/memory.c:14: if (pte_present(mm, page))
	   called from victim_fault:19 > do_user_addr_fault:20 */
	if
	:: is_awake && pte_present(0, 0) -> goto do_user_addr_fault_29	/* memory.c 14 15 41 43, fault.c 20 29 */
	:: is_awake && !pte_present(0, 0) -> goto trylock_page_9_2	/* memory.c 14 16 22, pagemap.h 21 9 */
	fi;

trylock_page_9_2:	/* include/linux/pagemap.h:9: return !test_and_set_bit_lock(PG_locked, &page->flags);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:22 > lock_page_or_retry:21 */
	if
	:: PageLocked(0) -> goto be_polite_41_2	/* pagemap.h 9 21, filemap.c 14 15 40 41 */
	:: d_step { !PageLocked(0) -> SetPageLocked(0, _pid) } goto do_swap_page_29_2	/* pagemap.h 9 21, memory.c 22 27 29 */
	fi;

do_swap_page_29_2:	/* mm/memory.c:29: if (!pte_present(mm, page)) {
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 */
	if
	:: pte_present(0, 0) -> goto unlock_page_108_2	/* memory.c 29 33, filemap.c 104 107 108 */
	:: !pte_present(0, 0) -> goto do_swap_page_31_2	/* memory.c 29 30 31 */
	fi;

be_polite_41_2:	/* mm/filemap.c:41: up_read(&mm->mmap_sem);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:22 > lock_page_or_retry:21 > __lock_page_or_retry:15 */
	if
	:: d_step { up_read(0) } goto is_served_at_once_80_2	/* filemap.c 42 43 65 73 76 77 80, pagemap.h 32 */
	fi;

unlock_page_108_2:	/* mm/filemap.c:108: while (waitqueue_active(q) && !first_is_exclusive(q))
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:33 */
	if
	:: d_step {
	   true ->
	   unlock_page_108_2_again: if
	   :: waitqueue_active(page_wait[0]) ->
	      if	/* mm/filemap.c:108: while (waitqueue_active(q) && !first_is_exclusive(q)) */
	      :: first_is_exclusive(page_wait[0]) ->
	         unlock_page_110_2: if	/* mm/filemap.c:110: if (waitqueue_active(q)) */
	         :: waitqueue_active(page_wait[0]) ->
	            hand_off_to_first(0)
	         :: else ->
	            clear_bit_unlock(0)
	         fi
	      :: else ->
	         wake_up_first(page_wait[0]);
	         goto unlock_page_108_2_again
	      fi
	   :: else ->
	      goto unlock_page_110_2
	   fi
	   } goto do_user_addr_fault_29
	fi;

is_served_at_once_80_2:	/* mm/filemap.c:80: locked = test_bit(PG_locked, &page->flags);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 > do_swap_page:22 > lock_page_or_retry:21 > __lock_page_or_retry:15 > be_polite:43 > wait_on_page_locked_killable:32 > sleep_for_page:65 */
	if
	:: d_step {
	   true ->
	   if
	   :: PageLocked(0) ->
	      add_wait_queue_tail(page_wait[0], SHARED); io_schedule_state(TASK_KILLABLE); number_sleep(1)
	   :: else ->
	      skip
	   fi
	   } goto do_user_addr_fault_26
	fi;

do_swap_page_31_2:	/* mm/memory.c:31: set_pte_at(mm, page);
	   called from victim_fault:19 > do_user_addr_fault:20 > handle_mm_fault:16 */
	if
	:: d_step { set_pte_at(0, 0) } goto unlock_page_108_2	/* memory.c 33, filemap.c 104 107 108 */
	fi;
}

active proctype locker()
{
	byte queued_pending = NO;
trylock_page_9:	/* include/linux/pagemap.h:9: return !test_and_set_bit_lock(PG_locked, &page->flags);
	   called from locker:9 > lock_page:14 */
	if
	:: d_step { PageLocked(0) -> queued_pending = YES } goto trylock_page_9_2	/* pagemap.h 9 14 15, filemap.c 52 65 73 76 77 78 */
	:: d_step { !PageLocked(0) -> SetPageLocked(0, _pid); queued_pending = WHILE_ASLEEP } goto unlock_page_108	/* pagemap.h 9 14 16, locker.c 10 11, filemap.c 104 107 108 */
	fi;

trylock_page_9_2:	/* include/linux/pagemap.h:9: return !test_and_set_bit_lock(PG_locked, &page->flags);
	   called from locker:9 > lock_page:15 > __lock_page:52 > sleep_for_page:65 > is_served_at_once:78 */
	if
	:: d_step {
	   true ->
	   if
	   :: PageLocked(0) ->
	      add_wait_queue_tail(page_wait[0], EXCLUSIVE); queued_pending = WHILE_ASLEEP; io_schedule_state(TASK_UNINTERRUPTIBLE)
	   :: else ->
	      SetPageLocked(0, _pid); queued_pending = WHILE_ASLEEP
	   fi
	   } goto unlock_page_108
	fi;

unlock_page_108:	/* mm/filemap.c:108: while (waitqueue_active(q) && !first_is_exclusive(q))
	   called from locker:11 */
	if
	:: d_step {
	   is_awake ->
	   unlock_page_108_again: if
	   :: waitqueue_active(page_wait[0]) ->
	      if	/* mm/filemap.c:108: while (waitqueue_active(q) && !first_is_exclusive(q)) */
	      :: first_is_exclusive(page_wait[0]) ->
	         unlock_page_110: if	/* mm/filemap.c:110: if (waitqueue_active(q)) */
	         :: waitqueue_active(page_wait[0]) ->
	            hand_off_to_first(0); queued_pending = NO
	         :: else ->
	            clear_bit_unlock(0); queued_pending = NO
	         fi
	      :: else ->
	         wake_up_first(page_wait[0]);
	         goto unlock_page_108_again
	      fi
	   :: else ->
	      goto unlock_page_110
	   fi
	   } goto trylock_page_9
	fi;
}

/* victim-completes: victim */
#define victim_pending_0 \
	(victim[0]:victim_pending == YES)
ltl victim_completes_0 { [] (victim_pending_0 -> <> !victim_pending_0) }

/* queued-enters: locker */
#define queued_pending_1 \
	(locker[1]:queued_pending == YES || \
	 (locker[1]:queued_pending == WHILE_ASLEEP && task_state[1] != TASK_RUNNING))
ltl queued_enters_1 { [] (queued_pending_1 -> <> !queued_pending_1) }
