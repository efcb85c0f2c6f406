/** A command line that cannot be followed; the message is for the reader, line by line. */
export class UsageError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UsageError';
	}
}
