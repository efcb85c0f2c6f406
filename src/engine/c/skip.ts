import type { Cursor } from './cursor.ts';

const GOES_ON_AFTER_BLOCK: ReadonlySet<string> = new Set([')', ',', ';']);

/**
 * Goes on after a syntax error: steps over the rest of the statement, that is, past the next `;`
 * or up to the `}` that closes the block around it. Blocks met on the way are skipped whole, and
 * end the statement unless it goes on behind them, as in `({ x; }) + 1;`.
 */
export function skipStatement(cursor: Cursor): void {
	while (cursor.token.kind !== 'end' && !cursor.is('}')) {
		if (!skipBlock(cursor)) {
			if (cursor.next().text === ';') return;
		} else if (!GOES_ON_AFTER_BLOCK.has(cursor.token.text)) {
			return;
		}
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
