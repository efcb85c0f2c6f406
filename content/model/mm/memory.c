/*
 * From the fault to the page.
 *
 * Stands for: handle_mm_fault() and do_swap_page(), mm/memory.c, v4.20, for a
 * page in the swap cache that is up to date once it is unlocked.
 * Left out: finding the page, page tables above the pte, copy-on-write,
 * charging, errors.
 */
vm_fault_t handle_mm_fault(struct mm_struct *mm, struct page *page,
			   unsigned int flags)
{
	/* Another thread of this process may have been here already. */
	if (pte_present(mm, page))
		return 0;
	return do_swap_page(mm, page, flags);
}

static vm_fault_t do_swap_page(struct mm_struct *mm, struct page *page,
			       unsigned int flags)
{
	if (!lock_page_or_retry(page, mm, flags))
		return VM_FAULT_RETRY;

	if (!pte_present(mm, page)) {
		spend(map_ns);
		set_pte_at(mm, page);
	}
	unlock_page(page);
	return 0;
}
