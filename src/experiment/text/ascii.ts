const replacements: readonly (readonly [RegExp, string])[] = [
	[/[\u2018\u2019\u201a\u2032]/g, "'"],
	[/[\u201c\u201d\u201e\u2033]/g, '"'],
	[/[\u2010-\u2015\u2212]/g, '-'],
	[/\u2026/g, '...'],
	[/\u00b1/g, '+-'],
	[/\u00d7/g, 'x'],
	[/[\u00a0\u2007\u202f]/g, ' '],
	// What mail programs put between letters, unseen.
	[/[\u00ad\u200b-\u200d\ufeff]/g, ''],
	[/[\u0300-\u036f]/g, ''],
];

/** A text in what no mail program mangles; a letter that has no likeness there is a question mark. */
export function ascii(text: string): string {
	// Marks go before letters are taken apart: to put a long run of them in order takes as long as its square.
	const apart = text.replace(/\p{M}+/gu, '').normalize('NFKD');
	const plain = replacements.reduce((changed, [from, to]) => changed.replace(from, to), apart);
	return plain.replace(/[^\n\t\x20-\x7e]/gu, '?');
}
