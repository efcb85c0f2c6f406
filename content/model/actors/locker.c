/*
 * All others who lock this page: writeback, truncation, the faults of other
 * processes.  It never takes mmap_sem.
 */
void locker(struct page *page)
{
	for (;;) {
		spend(locker_gap_ns);
		lock_page(page);
		spend(io_ns);
		unlock_page(page);
	}
}
