import type { Cursor } from './cursor.ts';

/**
 * Goes on after a syntax error: steps over the rest of the statement, that is, past the next `;`
 * or up to the `}` that closes the block around it. Blocks met on the way are skipped whole.
 * `start` is where the broken statement began: an error at its first token must still move on.
 */
export function skipStatement(cursor: Cursor, start: number): void {
	if (cursor.index === start && !cursor.is('}')) {
		if (skipBlock(cursor)) return;
		if (cursor.next().text === ';') return;
	}
	while (cursor.token.kind !== 'end' && !cursor.is('}')) {
		if (skipBlock(cursor)) return;
		if (cursor.next().text === ';') return;
	}
}

/** Steps over a block if one begins here. */
export function skipBlock(cursor: Cursor): boolean {
	if (!cursor.is('{')) return false;
	let open = 0;
	do {
		if (cursor.is('{')) open++;
		if (cursor.is('}')) open--;
		if (cursor.token.kind === 'end') break;
		cursor.next();
	} while (open > 0);
	return true;
}
