/*
 * Whoever locks the page without a fault: I/O, reclaim, migration.  It never
 * takes mmap_sem.
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
