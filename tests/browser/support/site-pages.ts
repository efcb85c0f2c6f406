import { readdirSync } from 'node:fs';

/** The chapters in the order of the argument, by place as below: the names of their files are numbered. */
export const chapterPages = readdirSync('content/chapters')
	.sort()
	.map((file) => `chapters/${file.replace(/^\d+-|\.mdx$/g, '')}/`);

/** Every page with text, by its place relative to the site's base; variants start in a policy other than their own. */
export const mainPages = ['.', 'chapters/retry-once/', 'chapters/unlucky/'];

export const variantPages = mainPages.flatMap((page) =>
	['v4.20', 'rfc', 'v5.7'].map((policy) => `${page === '.' ? '' : page}policy/${policy}/`),
);

export const otherPages = [
	'claims/',
	'sources/',
	'model/',
	'table/',
	'links/',
	'cite/',
	'x/',
	'x/unlucky/',
	'x/both-sides/',
	'x/crowd/',
];
