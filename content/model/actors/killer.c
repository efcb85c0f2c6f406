/*
 * Whoever kills the victim, once.
 */
void killer(struct task_struct *victim)
{
	spend(killer_gap_ns);
	send_sig(SIGKILL, victim);
}
