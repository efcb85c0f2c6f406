/** Ends a message as a sentence ends. */
export function withFullStop(message: string): string {
	return /[.?!]$/.test(message) ? message : `${message}.`;
}
