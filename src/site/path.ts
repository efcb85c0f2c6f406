/**
 * Returns the address of a place on this site, which may stand under a sub-path: '/sources/' becomes
 * '/polite/sources/' on a site whose base is '/polite/'.
 *
 * @param path the place as seen from the site's own root, with its leading slash; fragments and queries are kept.
 * @param base the path under which the site stands, with or without a slash at its end; the build's own unless told.
 * @throws {Error} if the path does not start with exactly one slash.
 */
export function sitePath(path: string, base: string = import.meta.env.BASE_URL): string {
	if (!/^\/(?!\/)/.test(path)) {
		throw new Error(`'${path}' is no place on this site; start it with one slash, as in '/sources/'.`);
	}
	return base.replace(/\/*$/, '') + path;
}
