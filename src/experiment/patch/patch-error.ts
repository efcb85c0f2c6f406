/** A pasted text that cannot be laid over the model: the message says where, what was found, what stands there, what to do. */
export class PatchError extends Error {
	/** The line of the pasted text, from 1; null if it is about the text as a whole. */
	readonly line: number | null;

	constructor(line: number | null, what: string) {
		super(line === null ? what : `line ${line} of the patch: ${what}`);
		this.name = 'PatchError';
		this.line = line;
	}
}
