import { getCollection } from 'astro:content';
import { claimFile } from '../../experiment/claim/claims.ts';
import { chapterPath } from '../contents.ts';
import { claimNamed } from './claims.ts';

/**
 * Where each claim stands in the text: its address, by its name. A claim whose chapter is not written yet has none.
 *
 * @throws {Error} if a claim stands in another chapter than its file says
 */
export async function claimPlaces(): Promise<ReadonlyMap<string, string>> {
	const places = new Map<string, string>();
	for (const { id, body = '', data } of await getCollection('chapters')) {
		for (const [, name = ''] of body.matchAll(/<Claim of="([^"]*)"/g)) {
			const place = `content/chapters/${id}.mdx`;
			const { chapter } = claimNamed(name, place);
			if (chapter !== data.number) {
				throw new Error(
					`${place}: the claim '${name}' is of chapter ${chapter}; mend its place or ${claimFile(name)}.`,
				);
			}
			places.set(name, `${chapterPath(id)}#${claimId(name)}`);
		}
	}
	return places;
}

/** A claim's anchor, in its chapter and on the page of all claims. */
export function claimId(name: string): string {
	return `claim-${name}`;
}
