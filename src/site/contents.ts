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

/** Returns the address of a chapter, given the name of its file: '02-retry-once' is at /retry-once/. */
export function chapterPath(id: string): string {
	return sitePath(`/${id.replace(/^\d+-/, '')}/`);
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
