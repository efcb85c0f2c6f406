import { existsSync, readdirSync } from 'node:fs';

const SITE = 'dist';
if (!existsSync(SITE)) throw new Error(`There is no ${SITE}/ here: build the site first, by npx astro build.`);

/** A chapter is like another, and so is a page that starts in another choice. */
const kindOf = (address: string) => address.replace(/(^|\/)(chapters|policy|page-lock|rwsem|x)\/[^/]+/g, '$1$2/*');

const addresses = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.html'))
	.map((file) => file.replace(/index\.html$/, ''))
	.sort();

/** One page of every kind that was built, by its place relative to the site's base. */
export const pageKinds = [...new Map(addresses.map((address) => [kindOf(address), address])).values()];
