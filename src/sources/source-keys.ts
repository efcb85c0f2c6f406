import { readdirSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../engine/c/suggest.ts';

/** Returns the keys of all sources: the names of the files under content/sources, without their ending. */
export function sourceKeys(folder = 'content/sources'): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.basename(file, '.json'))
		.sort();
}

/**
 * Makes sure that a cited source exists.
 *
 * @param key what the text cites.
 * @param keys the keys that there are.
 * @param place where it is cited, for the message, as in 'content/chapters/02-retry-once.mdx:14'.
 * @throws {Error} naming place, key and the key that was probably meant, if there is no such source.
 */
export function requireSource(key: string, keys: readonly string[], place: string): void {
	if (keys.includes(key)) return;
	const meant = didYouMean(key, keys, `the keys are ${keys.join(', ')}.`);
	throw new Error(`${place}: there is no source '${key}'; ${meant} To add it, write content/sources/${key}.json.`);
}
