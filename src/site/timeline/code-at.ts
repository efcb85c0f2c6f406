import type { ListingPart } from '../listing/listing.ts';

/**
 * The innermost line of a call chain that a listing shows.
 *
 * @param chain outermost call first, each as 'mm/filemap.c:24'
 * @returns that place and the C that stands there; of a chain outside the listing its last place, without C
 */
export function codeAt(parts: readonly ListingPart[], chain: readonly string[]): { place: string; code: string } {
	for (const place of chain.toReversed()) {
		for (const { file, lines } of parts) {
			const line = lines.find(([, number]) => place === `${file}:${number}`);
			if (line !== undefined) return { place, code: line[2].trim() };
		}
	}
	return { place: chain.at(-1) ?? '', code: '' };
}
