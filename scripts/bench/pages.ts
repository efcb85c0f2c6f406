import { chapterPages } from '../../tests/browser/support/site-pages.ts';

/** A page of the site. */
export interface SitePage {
	readonly name: string;
	/** Relative to the site's base. */
	readonly address: string;
}

export const home: SitePage = { name: 'home', address: '' };

/** In their order, by their numbers. */
export const chapters: readonly SitePage[] = chapterPages.map((address, index) => ({
	name: `chapter ${index + 1}`,
	address,
}));

/** The chapter of that slug. Throws Error if there is none. */
export function chapter(slug: string): SitePage {
	const found = chapters.find(({ address }) => address === `chapters/${slug}/`);
	if (found === undefined) throw new Error(`there is no chapter '${slug}' in content/chapters; name another here`);
	return found;
}

/** One of each other kind. */
export const others: readonly SitePage[] = [
	{ name: 'experiment', address: 'x/unlucky/' },
	{ name: 'laboratory', address: 'lab/' },
	...['x', 'claims', 'table', 'model', 'sources', 'glossary', 'links', 'cite', 'whole'].map((name) => ({
		name: `${name}/`,
		address: `${name}/`,
	})),
];
