/** What the order depends on; the rest of a source does not matter here. */
export interface OrderedSource {
	id: string;
	data: {
		date?: string | undefined;
		release?: string | undefined;
		messageId?: string;
	};
}

const inNumbers = new Intl.Collator('en', { numeric: true });

/**
 * Compares two sources of one kind for a list: mails by day and then by Message-ID, which most often begins with the
 * time; changes by the release that brought them, those of unknown release last.
 */
export function sourceOrder(one: OrderedSource, other: OrderedSource): number {
	return inNumbers.compare(place(one), place(other)) || inNumbers.compare(one.id, other.id);
}

function place({ id, data }: OrderedSource): string {
	if (data.messageId === undefined) return data.release?.replace(/^v/, '') ?? 'unknown';
	// A mail that was only seen quoted may have no date, but its key has one.
	const date = data.date ?? /\d{4}-\d\d-\d\d/.exec(id)?.[0] ?? 'unknown';
	return `${date} ${data.messageId}`;
}
