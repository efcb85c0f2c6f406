/*
 * A thread of the victim's process that faults on a page of its own: it meets
 * the victim at mmap_sem, and never at the page lock.
 */
void bystander(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(bystander_gap_ns);
		pte_clear(mm, page);
		trace_fault_begin();
		do_user_addr_fault(mm, page);
		trace_fault_end();
	}
}
