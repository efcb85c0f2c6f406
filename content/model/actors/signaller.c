/*
 * Whoever sends the victim a signal that it survives, once.
 */
void signaller(struct task_struct *victim)
{
	spend(signaller_gap_ns);
	send_sig(SIGUSR1, victim);
}
