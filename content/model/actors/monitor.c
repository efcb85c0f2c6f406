/*
 * Whoever takes a snapshot of the victim's memory while it runs, through
 * userfaultfd: round after round.  How often it protects the page again before
 * a fault that waited gets there, nobody bounds.
 */
void monitor(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(monitor_gap_ns);
		monitor_round(mm, page);
	}
}

/* Protects the page, copies it away, and lets it be written again. */
void monitor_round(struct mm_struct *mm, struct page *page)
{
	userfaultfd_protect(mm, page);
	spend(snapshot_ns);
	userfaultfd_unprotect(mm, page);
}
