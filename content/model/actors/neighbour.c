/*
 * A thread of another process that faults on the same page: it meets the
 * victim at the page lock, and never at mmap_sem.
 */
void neighbour(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(neighbour_gap_ns);
		pte_clear(mm, page);
		trace_fault_begin();
		do_user_addr_fault(mm, page);
		trace_fault_end();
	}
}
