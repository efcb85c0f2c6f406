/** The kernel's width of a tab, in columns. */
const TAB_COLUMNS = 8;

/** What stands around added lines in our text. */
export interface Surroundings {
	/** The line taken away for them, or null. */
	readonly removed: string | null;
	readonly before: string;
	readonly after: string;
}

/** Their white space at the beginning of a line, and ours of the same line. */
export type IndentPair = readonly [theirs: string, ours: string];

/**
 * Added lines with the white space that our text has where theirs was changed on the way: by what became of the lines
 * that stand in both; or, where all of it is lost, by braces and branches.
 */
export function indentAsOurs(
	added: readonly string[],
	pairs: readonly IndentPair[],
	surroundings: Surroundings,
): string[] {
	const known = knownIndents(pairs);
	return known === null ? indentByBlocks(added, surroundings) : added.map((text) => indentLike(text, known));
}

/** Null if the same white space stands for different depths: it was lost. */
function knownIndents(pairs: readonly IndentPair[]): ReadonlyMap<string, string> | null {
	const known = new Map<string, string>();
	for (const [theirs, ours] of pairs) {
		if ((known.get(theirs) ?? ours) !== ours) return null;
		known.set(theirs, ours);
	}
	const isLost = [...known].some(([theirs, ours]) => columns(theirs) <= 1 && columns(ours) > 1);
	return isLost || known.size === 0 ? null : known;
}

function indentLike(text: string, known: ReadonlyMap<string, string>): string {
	const body = text.trim();
	if (body === '') return '';
	const indent = indentOf(text);
	const same = known.get(indent);
	if (same !== undefined) return same + body;
	const [theirs, ours] = [...known].reduce((widest, pair) => (columns(pair[0]) > columns(widest[0]) ? pair : widest));
	const wide = columns(theirs) === 0 ? columns(indent) : (columns(indent) * columns(ours)) / columns(theirs);
	return blanks(Math.round(wide)) + body;
}

/** Tabs, and blanks for what is left; a column or two off a tab is a tab that lost count. */
function blanks(wide: number): string {
	const tabs = Math.round(wide / TAB_COLUMNS);
	if (Math.abs(wide - tabs * TAB_COLUMNS) <= 2) return '\t'.repeat(tabs);
	return '\t'.repeat(Math.floor(wide / TAB_COLUMNS)) + ' '.repeat(wide % TAB_COLUMNS);
}

function indentByBlocks(added: readonly string[], { removed, before, after }: Surroundings): string[] {
	let depth = removed === null ? depthBetween(before, after) : tabsOf(removed);
	let branch = 0;
	return added.map((text) => {
		const body = text.trim();
		if (body.startsWith('}')) depth = Math.max(0, depth - 1);
		const line = body === '' ? '' : '\t'.repeat(depth + (body.startsWith('{') ? 0 : branch)) + body;
		branch = isBranch(body) ? branch + 1 : 0;
		if (body.endsWith('{')) depth++;
		return line;
	});
}

function depthBetween(before: string, after: string): number {
	if (before.trimEnd().endsWith('{')) return tabsOf(before) + 1;
	const isInside = after.trim() !== '' && !after.trim().startsWith('}');
	return tabsOf(isInside ? after : before);
}

/** Whether the next line alone is what it decides about. */
function isBranch(body: string): boolean {
	return /^(\} )?(else )?(if|while|for)\b.*\)$|^(\} )?else$|^do$/.test(body);
}

/** The white space that a line begins with. */
export function indentOf(text: string): string {
	return /^\s*/.exec(text)?.[0] ?? '';
}

function tabsOf(text: string): number {
	return Math.floor(columns(indentOf(text)) / TAB_COLUMNS);
}

function columns(indent: string): number {
	return [...indent].reduce(
		(column, letter) => (letter === '\t' ? (Math.floor(column / TAB_COLUMNS) + 1) * TAB_COLUMNS : column + 1),
		0,
	);
}
