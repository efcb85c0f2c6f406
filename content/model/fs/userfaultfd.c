/*
 * A write that somebody in user space wants to be told of first: the fault
 * waits until the page is unprotected.
 *
 * Stands for: handle_userfault(), fs/userfaultfd.c, v4.20; and, of the series
 * that RFC 03/24 belongs to, userfaultfd_writeprotect() with what it calls in
 * mm/userfaultfd.c.
 * Left out: faults on missing pages, the message that the monitor reads, the
 * end of a userfaultfd; the queue is one a process.
 */
vm_fault_t handle_userfault(struct mm_struct *mm, struct page *page,
			    unsigned int flags)
{
	struct wait_queue_head *q = fault_pending_wqh(mm);
	int must_wait;

	/* Whoever waits here asks for another attempt, and this one may not. */
	if (!(flags & FAULT_FLAG_ALLOW_RETRY))
		return VM_FAULT_SIGBUS;
	if (flags & FAULT_FLAG_RETRY_NOWAIT)
		return VM_FAULT_RETRY;

	spin_lock_irq(&q->lock);
	add_wait_queue_tail(q, SHARED);
	spin_unlock_irq(&q->lock);

	/* Who unprotects the page wakes afterwards: one of the two is seen. */
	must_wait = pte_uffd_wp(mm, page);
	up_read(&mm->mmap_sem);
	if (must_wait)
		io_schedule_state(TASK_INTERRUPTIBLE);
	finish_wait(q);

	/* As if done: the access is made again once the signal was handled. */
	if (signal_pending() && !fatal_signal_pending()) {
		down_read(&mm->mmap_sem);
		return VM_FAULT_NOPAGE;
	}
	return VM_FAULT_RETRY;
}

/* From now on a write to the page waits. */
void userfaultfd_protect(struct mm_struct *mm, struct page *page)
{
	down_read(&mm->mmap_sem);
	pte_mkuffd_wp(mm, page);
	up_read(&mm->mmap_sem);
}

/* No longer; whoever waits may ask again. */
void userfaultfd_unprotect(struct mm_struct *mm, struct page *page)
{
	down_read(&mm->mmap_sem);
	pte_clear_uffd_wp(mm, page);
	up_read(&mm->mmap_sem);
	wake_userfault(fault_pending_wqh(mm));
}

static void wake_userfault(struct wait_queue_head *q)
{
	spin_lock_irq(&q->lock);
	while (waitqueue_active(q))
		wake_up_first(q);
	spin_unlock_irq(&q->lock);
}
