/*
 * The page lock, as callers see it.
 *
 * Stands for: include/linux/pagemap.h, v4.20.
 * Left out: the look at the bit before a shared wait.
 */
static inline int trylock_page(struct page *page)
{
	return !test_and_set_bit_lock(PG_locked, &page->flags);
}

static inline void lock_page(struct page *page)
{
	if (!trylock_page(page))
		__lock_page(page);
}

static inline int lock_page_or_retry(struct page *page, struct mm_struct *mm,
				     unsigned int flags)
{
	return trylock_page(page) || __lock_page_or_retry(page, mm, flags);
}

static inline void wait_on_page_locked(struct page *page)
{
	sleep_for_page(page, SHARED, TASK_UNINTERRUPTIBLE);
}

/* A kill ends the wait, too; whoever called looks for that itself. */
static inline void wait_on_page_locked_killable(struct page *page)
{
	sleep_for_page(page, SHARED, TASK_KILLABLE);
}
