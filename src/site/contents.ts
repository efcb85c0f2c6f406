import { getCollection } from 'astro:content';
import { outline } from './outline.ts';
import { sitePath } from './path.ts';

/** One line of the contents. */
export interface ContentsEntry {
	/** Its place in the argument; home is 0. */
	number: number;
	title: string;
	/** Where to read it; absent while it is in preparation. */
	href?: string;
}

/** A section of a page: what it is called, and its anchor there. */
export interface Section {
	slug: string;
	text: string;
}

/** Returns the name of a chapter in addresses, given that of its file: '02-retry-once' is 'retry-once'. */
export function chapterSlug(id: string): string {
	return id.replace(/^\d+-/, '');
}

/** Returns the address of a chapter, given the name of its file: '02-retry-once' is at /chapters/retry-once/. */
export function chapterPath(id: string): string {
	return sitePath(`/chapters/${chapterSlug(id)}/`);
}

/** Returns home and every chapter of the argument, in order, those in preparation without an address. */
export async function contents(): Promise<ContentsEntry[]> {
	const chapters = await getCollection('chapters');
	const entries = outline.map((title, index): ContentsEntry => {
		const chapter = chapters.find(({ data }) => data.number === index + 1);
		if (chapter === undefined) return { number: index + 1, title };
		return { number: index + 1, title: chapter.data.title, href: chapterPath(chapter.id) };
	});
	return [{ number: 0, title: 'Home', href: sitePath('/') }, ...entries];
}

/** Returns the sections of a page, given all its headings. */
export function sectionsOf(headings: readonly { depth: number; slug: string; text: string }[]): Section[] {
	return headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ slug, text }));
}
