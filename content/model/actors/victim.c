/*
 * The thread whose fate is the question: touches a page that others lock.
 * Its pte is dropped before each touch, as reclaim would drop it.
 */
void victim(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(victim_gap_ns);
		pte_clear(mm, page);
		victim_fault(mm, page);
	}
}

/* One fault; whoever asks what may become of it need not ask for more. */
void victim_fault(struct mm_struct *mm, struct page *page)
{
	trace_fault_begin();
	do_user_addr_fault(mm, page);
	trace_fault_end();
}
