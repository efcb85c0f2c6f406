/*
 * A thread of the victim's process that changes the address space, as mmap()
 * and munmap() do: it wants mmap_sem for itself.
 */
void writer(struct mm_struct *mm)
{
	for (;;) {
		spend(writer_gap_ns);
		down_write(&mm->mmap_sem);
		spend(write_ns);
		up_write(&mm->mmap_sem);
	}
}
