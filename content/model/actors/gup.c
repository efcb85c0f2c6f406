/*
 * A caller in the kernel that needs the page itself, as get_user_pages() may
 * be called: it took mmap_sem before, has more to do under it, and so allows
 * no retry.  It is not killable either, and never asks again.
 */
void gup(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(gup_gap_ns);
		pte_clear(mm, page);
		down_read(&mm->mmap_sem);
		trace_fault_begin();
		handle_mm_fault(mm, page, 0);
		trace_fault_end();
		/* A kernel would not ask, but give back what another holds by now. */
		if (lockdep_is_held(&mm->mmap_sem))
			up_read(&mm->mmap_sem);
	}
}
