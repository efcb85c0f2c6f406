/*
 * The page lock: one bit, and a queue of those who sleep for it.
 *
 * Stands for: mm/filemap.c, v4.20.
 * Left out: other bits than PG_locked, bookmarks in long walks, signals.
 */

/*
 * 1: the page is locked and mmap_sem is still held.
 * 0: the page is not locked and mmap_sem has been let go, unless the caller
 *    said RETRY_NOWAIT.
 */
int __lock_page_or_retry(struct page *page, struct mm_struct *mm,
			 unsigned int flags)
{
	if (flags & FAULT_FLAG_ALLOW_RETRY) {
		if (flags & FAULT_FLAG_RETRY_NOWAIT)
			return 0;
		up_read(&mm->mmap_sem);
		wait_on_page_locked(page);
		return 0;
	}
	__lock_page(page);
	return 1;
}

void __lock_page(struct page *page)
{
	wait_on_page_bit_common(page, EXCLUSIVE);
}

static void wait_on_page_bit_common(struct page *page, int behavior)
{
	struct wait_queue_head *q = page_waitqueue(page);

	for (;;) {
		/* Whoever was woken is out of the queue, and starts at its tail. */
		spin_lock_irq(&q->lock);
		if (!is_queued(q)) {
			add_wait_queue_tail(q, behavior);
			set_bit(PG_waiters, &page->flags);
		}
		spin_unlock_irq(&q->lock);

		if (test_bit(PG_locked, &page->flags))
			io_schedule();

		if (behavior == EXCLUSIVE) {
			/* Woken is not served: anyone may have been faster. */
			if (!test_and_set_bit_lock(PG_locked, &page->flags))
				break;
		} else if (!test_bit(PG_locked, &page->flags)) {
			break;
		}
	}
	finish_wait(q);
}

void unlock_page(struct page *page)
{
	/* From here to the walk, the page is anybody's. */
	if (clear_bit_unlock_is_negative_byte(PG_locked, &page->flags))
		wake_up_page_bit(page);
}

static void wake_up_page_bit(struct page *page)
{
	struct wait_queue_head *q = page_waitqueue(page);
	int exclusive;

	spin_lock_irq(&q->lock);
	while (waitqueue_active(q)) {
		if (test_bit(PG_locked, &page->flags))
			break;
		exclusive = first_is_exclusive(q);
		wake_up_first(q);
		if (exclusive)
			break;
	}
	if (!waitqueue_active(q))
		clear_bit(PG_waiters, &page->flags);
	spin_unlock_irq(&q->lock);
}
