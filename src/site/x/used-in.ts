import { getCollection } from 'astro:content';
import home from '../../../content/home.mdx?raw';
import { type ContentsEntry, contents } from '../contents.ts';

/** Home and chapters whose figures, tables or checks are of an experiment, in the order of the argument. */
export async function usedIn(name: string): Promise<ContentsEntry[]> {
	const chapters = await getCollection('chapters');
	const textOf = (number: number) =>
		number === 0 ? home : (chapters.find(({ data }) => data.number === number)?.body ?? '');
	// As an author names it: in="NAME", 'NAME' in a row of a table, or 'NAME --policy rfc: …' in a check.
	const named = new RegExp(`in="${name}"|'${name}'|'${name}( --[^':]*)?: `);
	return (await contents()).filter(({ number }) => named.test(textOf(number)));
}
