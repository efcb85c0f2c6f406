/** A model that cannot be searched: the message says why, and what to do. */
export class CheckError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'CheckError';
	}
}
