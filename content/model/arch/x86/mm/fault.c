/*
 * The fault handler: takes mmap_sem, tries, and perhaps tries again.
 *
 * Stands for: do_user_addr_fault(), arch/x86/mm/fault.c, v4.20.
 * Left out: the search for the vma, faults from kernel mode, accounting.  That
 * only a first attempt is sent round is not asked: a second one comes back
 * with VM_FAULT_RETRY if it was killed, and so is not sent round either.
 * trace_fault_retry() and trace_fault_sigbus() are ours, to count.
 */
void do_user_addr_fault(struct mm_struct *mm, struct page *page)
{
	unsigned int flags = FAULT_FLAG_ALLOW_RETRY | FAULT_FLAG_KILLABLE |
			     FAULT_FLAG_USER;
	vm_fault_t fault;

	if (!down_read_trylock(&mm->mmap_sem))
		down_read(&mm->mmap_sem);

	/* Each turn is an attempt: it begins with mmap_sem held. */
	while ((fault = handle_mm_fault(mm, page, flags)) & VM_FAULT_RETRY) {
		/* Killed, on its way home: mmap_sem is let go. */
		if (fatal_signal_pending())
			return;
		trace_fault_retry();
		flags &= ~FAULT_FLAG_ALLOW_RETRY;
		flags |= FAULT_FLAG_TRIED;
		down_read(&mm->mmap_sem);
	}

	up_read(&mm->mmap_sem);
	if (fault & VM_FAULT_SIGBUS)
		trace_fault_sigbus();
}
