import { getCollection } from 'astro:content';
import { didYouMean } from '../engine/c/suggest.ts';
import { sitePath } from './path.ts';

/** A term of the trade and what it means, in plain text but for backquotes around code. */
export interface GlossaryTerm {
	id: string;
	term: string;
	meaning: string;
	/** Where the glossary explains it. */
	href: string;
}

/** Returns all terms in the order of the alphabet; capitals and signs of code do not count. */
export async function glossary(): Promise<GlossaryTerm[]> {
	const entries = await getCollection('glossary');
	return entries
		.map(({ id, data }) => ({ id, term: data.term, meaning: data.meaning, href: sitePath(`/glossary/#${id}`) }))
		.sort((one, other) => plainText(one.term).localeCompare(plainText(other.term), 'en', { ignorePunctuation: true }));
}

/**
 * Returns the term that the text uses.
 *
 * @param place where it stands, as in 'content/chapters/04-unlucky.mdx:14'.
 * @throws {Error} naming the place, and the term that was probably meant, if there is no such term.
 */
export async function termNamed(id: string, place: string): Promise<GlossaryTerm> {
	const terms = await glossary();
	const found = terms.find((term) => term.id === id);
	if (found !== undefined) return found;
	const ids = terms.map((term) => term.id);
	const meant = didYouMean(id, ids, `the terms are ${ids.join(', ')}.`);
	throw new Error(`${place}: there is no term '${id}'; ${meant} To add it, write it into content/glossary/terms.json.`);
}

/** Returns the text without the signs of code. */
export function plainText(text: string): string {
	return text.replaceAll('`', '');
}
