/*
 * The thread whose fate is the question: touches a page that others lock.
 * Its pte is dropped before each touch, as reclaim would drop it.
 */
void victim(struct mm_struct *mm, struct page *page)
{
	do {
		spend(victim_gap_ns);
		pte_clear(mm, page);
		victim_fault(mm, page);
	} while (!fatal_signal_pending());
}

/* One fault; whoever asks what may become of it need not ask for more. */
void victim_fault(struct mm_struct *mm, struct page *page)
{
	trace_fault_begin();
	do {
		do_user_addr_fault(mm, page);
		/* A signal is handled on the way home, and the access made again. */
	} while (dequeue_signal());
	trace_fault_end();
}
