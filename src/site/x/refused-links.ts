import { decodeLink } from '../../experiment/link/decode-link.ts';
import { LinkError } from '../../experiment/link/link-error.ts';
import { siteContent } from '../content.ts';
import { withFullStop } from './full-stop.ts';

/** Links as they come out of mailers and of hurried hands. */
const spoilt = [
	'x/unlucky/#v=1&polcy=rfc&m=7788c65c',
	'x/unlucky/#v=1&policy=v5.8&m=7788c65c',
	'x/unlucky/#v=1&lockers=-1&m=7788c65c',
	'x/unlucky/#v=1&policy=rfc&m=7788',
	'x/unlucky/#v=1&policy=rfc',
	'x/unlucky/#v=2&policy=rfc&m=7788c65c',
	'x/unluky/#v=1&m=7788c65c',
	'x/unlucky/#v=1&patch=AAAA&m=7788c65c',
];

/** What is said of links that cannot be opened. Throws Error if one can. */
export function refusedLinks(): Promise<{ readonly link: string; readonly reason: string }[]> {
	return Promise.all(
		spoilt.map(async (link) => {
			const error = await decodeLink(link, siteContent).catch((caught: unknown) => caught);
			if (!(error instanceof LinkError))
				throw new Error(`${link} is not refused; show another one on the page of links.`);
			return { link, reason: withFullStop(error.message) };
		}),
	);
}
