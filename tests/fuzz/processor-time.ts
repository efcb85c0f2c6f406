/** What this process has taken of the processor so far, all of its threads together, in ms; what others take is not in it. */
export function processorTime_ms(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
