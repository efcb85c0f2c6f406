/** A scenario that cannot be written as Promela to the letter; the message says what stands in the way, where, and what to do. */
export class ExportError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'ExportError';
	}
}
