const formatter = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Returns a date as the text writes it: '2019-01-22' (UTC) becomes '22 January 2019'. */
export function day(date: string): string {
	return formatter.format(new Date(`${date}T00:00:00Z`));
}
