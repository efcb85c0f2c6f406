/*
 * A caller that may be refused but must not sleep for the page lock; for KVM
 * that was made (318b275fbca1).  Told to ask again, this one does not.
 * Refused or not, it still holds mmap_sem and gives it back itself.
 */
void nowait(struct mm_struct *mm, struct page *page)
{
	for (;;) {
		spend(nowait_gap_ns);
		pte_clear(mm, page);
		down_read(&mm->mmap_sem);
		trace_fault_begin();
		handle_mm_fault(mm, page, FAULT_FLAG_ALLOW_RETRY |
					  FAULT_FLAG_RETRY_NOWAIT);
		trace_fault_end();
		up_read(&mm->mmap_sem);
	}
}
