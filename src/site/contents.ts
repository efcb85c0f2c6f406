import { type CollectionEntry, getCollection } from 'astro:content';
import { sitePath } from './path.ts';

/** One line of the contents. */
export interface ContentsEntry {
	/** Its place in the argument; home is 0. */
	number: number;
	title: string;
	/** Where to read it. */
	href: string;
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

/** Returns all chapters in the order of the argument. Throws an Error if their numbers do not count from 1. */
export async function chaptersInOrder(): Promise<CollectionEntry<'chapters'>[]> {
	const chapters = (await getCollection('chapters')).sort((one, other) => one.data.number - other.data.number);
	for (const [index, { id, data }] of chapters.entries()) {
		if (data.number === index + 1) continue;
		throw new Error(
			`content/chapters/${id}.mdx: found number ${data.number}, expected ${index + 1}; number the chapters from 1, each once.`,
		);
	}
	return chapters;
}

/** Returns home and every chapter of the argument, in order. */
export async function contents(): Promise<ContentsEntry[]> {
	const chapters = await chaptersInOrder();
	return [
		{ number: 0, title: 'Home', href: sitePath('/') },
		...chapters.map(({ id, data }) => ({ number: data.number, title: data.title, href: chapterPath(id) })),
	];
}

/** Returns the sections of a page, given all its headings. */
export function sectionsOf(headings: readonly { depth: number; slug: string; text: string }[]): Section[] {
	return headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ slug, text }));
}
