import { readdirSync } from 'node:fs';

const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).sort();

/** Every page that was built, by its place relative to the site's base. */
export const builtPages = files
	.filter((file) => file.endsWith('.html'))
	.map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''));

/** A chapter is like another, and so is a page that starts in another choice. */
const kindOf = (address: string) => address.replace(/(^|\/)(chapters|policy|page-lock|rwsem|x)\/[^/]+/g, '$1$2/*');

/** One page of every kind. */
export const pageKinds = [...new Map(builtPages.map((address) => [kindOf(address), address])).values()];
