/*
 * A thread of the victim's process that faults on the victim's page.
 */
void faulter(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(faulter_gap_ns);
		pte_clear(mm, page);
		trace_fault_begin();
		do_user_addr_fault(mm, page);
		trace_fault_end();
	}
}
