/*
 * What a fault does with a locked page, and the page lock itself: one bit,
 * and a queue of those who sleep for it.
 *
 * Stands for: __lock_page_or_retry(), __lock_page(), wait_on_page_bit_common()
 * (here sleep_for_page()) and unlock_page(), mm/filemap.c, v4.20.
 * Left out: bits other than PG_locked, breaks in long walks; the 256 queues
 * that all pages share are one queue a page.
 */

/* 1: the page is ours, mmap_sem still held.  0: it is not, ask again, unless killed. */
int __lock_page_or_retry(struct page *page, struct mm_struct *mm,
			 unsigned int flags)
{
	if (flags & FAULT_FLAG_ALLOW_RETRY)
		return be_polite(page, mm, flags);

	/* Certain: stand in line for the lock, with mmap_sem in hand. */
	check_certain(flags);
	if (!(flags & FAULT_FLAG_KILLABLE)) {
		__lock_page(page);
	} else if (__lock_page_killable(page)) {
		up_read(&mm->mmap_sem);
		return 0;
	}
	return 1;
}

/* NOWAIT never sleeps, and a first attempt that may be polite is. */
static void check_certain(unsigned int flags)
{
	WARN_ON(flags & FAULT_FLAG_RETRY_NOWAIT);
	WARN_ON((flags & FAULT_FLAG_ALLOW_RETRY) &&
		!(flags & FAULT_FLAG_TRIED));
}

/* Polite: let go of mmap_sem, sleep until told of an unlock, own nothing. */
static int be_polite(struct page *page, struct mm_struct *mm,
		     unsigned int flags)
{
	if (!(flags & FAULT_FLAG_RETRY_NOWAIT)) {
		up_read(&mm->mmap_sem);
		if (flags & FAULT_FLAG_KILLABLE)
			wait_on_page_locked_killable(page);
		else
			wait_on_page_locked(page);
	}
	return 0;
}

void __lock_page(struct page *page)
{
	sleep_for_page(page, EXCLUSIVE, TASK_UNINTERRUPTIBLE);
}

/* 1: killed before the page was ours. */
int __lock_page_killable(struct page *page)
{
	return !sleep_for_page(page, EXCLUSIVE, TASK_KILLABLE);
}

/* EXCLUSIVE: until the page is ours.  SHARED: until we see it unlocked. */
static int sleep_for_page(struct page *page, int kind, int state)
{
	int served;

	do {
		join_queue(page, kind);
		if (test_bit(PG_locked, &page->flags))
			io_schedule_state(state);
		served = is_served(page, kind);
	} while (!served && !is_killed(state));

	finish_wait(page_waitqueue(page));
	return served;
}

static int is_killed(int state)
{
	return state == TASK_KILLABLE && fatal_signal_pending();
}

/* Whoever was woken is out of the queue, and joins it at the tail. */
static void join_queue(struct page *page, int kind)
{
	struct wait_queue_head *q = page_waitqueue(page);

	spin_lock_irq(&q->lock);
	if (!is_queued(q)) {
		add_wait_queue_tail(q, kind);
		set_bit(PG_waiters, &page->flags);
	}
	spin_unlock_irq(&q->lock);
}

/* To be woken is not to be served: anyone may have been faster. */
static int is_served(struct page *page, int kind)
{
	if (kind == EXCLUSIVE)
		return trylock_page(page);
	return !test_bit(PG_locked, &page->flags);
}

void unlock_page(struct page *page)
{
	/* From here to the walk, the page is anybody's. */
	if (clear_bit_unlock_is_negative_byte(PG_locked, &page->flags))
		wake_up_page(page);
}

/* The walk: all up to the first who wants the lock, unless it is taken again. */
static void wake_up_page(struct page *page)
{
	struct wait_queue_head *q = page_waitqueue(page);
	int exclusive = 0;

	spin_lock_irq(&q->lock);
	while (!exclusive && waitqueue_active(q) &&
	       !test_bit(PG_locked, &page->flags)) {
		exclusive = first_is_exclusive(q);
		wake_up_first(q);
	}
	if (!waitqueue_active(q))
		clear_bit(PG_waiters, &page->flags);
	spin_unlock_irq(&q->lock);
}
