/*
 * From the fault to the page.
 *
 * Stands for: handle_mm_fault(), do_swap_page() and do_wp_page(), mm/memory.c,
 * v4.20, for a write to a page in the swap cache that is up to date once it is
 * unlocked; do_wp_page() with the question that userfaultfd's series adds.
 * Left out: finding the page, page tables above the pte, copy-on-write,
 * charging, errors.  The WARN_ON()s are ours: what callers are promised.
 */
vm_fault_t handle_mm_fault(struct mm_struct *mm, struct page *page,
			   unsigned int flags)
{
	/* Another thread of this process may have been here already. */
	if (pte_present(mm, page))
		return do_wp_page(mm, page, flags);
	return do_swap_page(mm, page, flags);
}

static vm_fault_t do_swap_page(struct mm_struct *mm, struct page *page,
			       unsigned int flags)
{
	if (!lock_page_or_retry(page, mm, flags)) {
		check_retry(mm, flags);
		return VM_FAULT_RETRY;
	}
	/* That the page is ours, unlock_page() itself insists on. */
	WARN_ON(!lockdep_is_held(&mm->mmap_sem));

	if (!pte_present(mm, page)) {
		spend(map_ns);
		set_pte_at(mm, page);
	}
	unlock_page(page);
	return do_wp_page(mm, page, flags);
}

/* The page is mapped.  Whether it may be written, userfaultfd may have a say. */
static vm_fault_t do_wp_page(struct mm_struct *mm, struct page *page,
			     unsigned int flags)
{
	if (pte_uffd_wp(mm, page))
		return handle_userfault(mm, page, flags);
	return 0;
}

/* Who is sent away had agreed to it, and has mmap_sem no longer, unless NOWAIT. */
static void check_retry(struct mm_struct *mm, unsigned int flags)
{
	WARN_ON(!(flags & (FAULT_FLAG_ALLOW_RETRY | FAULT_FLAG_KILLABLE)));
	WARN_ON(!(flags & FAULT_FLAG_RETRY_NOWAIT) &&
		lockdep_is_held(&mm->mmap_sem));
}
