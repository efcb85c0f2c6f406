/** A link that cannot be opened: the message says what was found, what was expected, and what to do. */
export class LinkError extends Error {
	/** The experiment that the link is about, if so much could be read: that one can be opened as it is. */
	readonly experiment: string | null;

	constructor(what: string, experiment: string | null = null) {
		super(what);
		this.name = 'LinkError';
		this.experiment = experiment;
	}
}

/** A text of somebody else's, as a message shows it. */
export function quoted(text: string): string {
	return `'${text.length > 60 ? `${text.slice(0, 57)}...` : text}'`;
}
