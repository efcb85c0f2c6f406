/*
 * A locker that breaks the order of locks: it wants mmap_sem while it holds
 * the page lock.  The kernel's order is mmap_sem first; this one is here to
 * show why.
 */
void inverter(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(inverter_gap_ns);
		lock_page(page);
		down_write(&mm->mmap_sem);
		spend(write_ns);
		up_write(&mm->mmap_sem);
		unlock_page(page);
	}
}
