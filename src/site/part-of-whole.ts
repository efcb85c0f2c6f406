/** Where a part comes from, and what its anchors are called on the page of all. */
export interface Part {
	/** Its own anchor, and the start of those within it. */
	id: string;
	/** Its own address, with the base, as in '/chapters/unlucky/'. */
	path: string;
}

/** A start tag, its attributes as Astro and Preact write them. */
const TAG = /<[a-z][\w-]*(?:\s+[^\s"'=<>/]+(?:="[^"]*")?)*\s*\/?>/gi;

/** What only scripts have a use for, on a page without: islands are left as they were drawn. */
const LIVE =
	/<\/?astro-island\b(?:[^>"]|"[^"]*")*>|<template\b[^>]*>.*?<\/template>|<(script|style)\b[^>]*>.*?<\/\1>|<!--.*?-->/gs;

/** Attributes that name anchors, one or several. */
const NAMES = /\s(id|for|aria-(?:describedby|labelledby|controls|details))="([^"]*)"/g;

/**
 * Makes a page's content a part of a page that holds several: its headings go down by one level, its anchors begin with
 * the part's, its figures stand still, and links to other parts stay on the page.
 *
 * @param html as the page itself would have it.
 * @param wholePath the address of the page of all, where the part was drawn; variants are linked to at the part's own.
 */
export function partOfWhole(html: string, part: Part, parts: readonly Part[], wholePath: string): string {
	return html
		.replace(LIVE, '')
		.replace(/<(\/?)h([2-5])\b/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
		.replace(TAG, (tag) =>
			tag
				.replace(NAMES, (_, name: string, ids: string) => ` ${name}="${ids.replace(/\S+/g, `${part.id}-$&`)}"`)
				.replace(/\shref="([^"]*)"/, (_, href: string) => ` href="${address(href, part, parts, wholePath)}"`),
		);
}

function address(href: string, part: Part, parts: readonly Part[], wholePath: string): string {
	if (href.startsWith('#')) return `#${part.id}-${href.slice(1)}`;
	const [path = '', anchor = ''] = href.split('#');
	const other = parts.find((one) => one.path === path);
	if (other !== undefined) return `#${[other.id, anchor].filter((name) => name !== '').join('-')}`;
	return path.startsWith(wholePath) ? part.path + href.slice(wholePath.length) : href;
}
