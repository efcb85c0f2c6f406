/*
 * The fault handler: takes mmap_sem, tries, and perhaps tries again.
 *
 * Stands for: do_user_addr_fault(), arch/x86/mm/fault.c, v4.20.
 * Left out: the search for the vma and its access check, signals, faults from
 * kernel mode, accounting.  trace_fault_retry() is ours, to count.
 */
void do_user_addr_fault(struct mm_struct *mm, struct page *page)
{
	unsigned int flags = FAULT_FLAG_ALLOW_RETRY | FAULT_FLAG_KILLABLE |
			     FAULT_FLAG_USER;
	vm_fault_t fault;

	if (!down_read_trylock(&mm->mmap_sem)) {
retry:
		down_read(&mm->mmap_sem);
	}

	fault = handle_mm_fault(mm, page, flags);

	if (fault & VM_FAULT_RETRY) {
		/* mmap_sem is not held any more. */
		if (flags & FAULT_FLAG_ALLOW_RETRY) {
			trace_fault_retry();
			flags &= ~FAULT_FLAG_ALLOW_RETRY;
			flags |= FAULT_FLAG_TRIED;
			goto retry;
		}
		/* A killed wait ends here; no signal arrives in this model. */
		return;
	}

	up_read(&mm->mmap_sem);
}
