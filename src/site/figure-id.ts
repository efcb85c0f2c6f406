import { countOnPage } from './count-on-page.ts';

/**
 * Returns a figure's anchor. It is made of what the figure shows, so that it stays when others come or go before it; only
 * the second and later ones that show the same on one page are numbered.
 *
 * @param request the page's.
 * @param kind what kind of figure it is, as in 'lanes'.
 * @param shown what it shows, as in an experiment's name.
 */
export function figureId(request: Request, kind: string, ...shown: string[]): string {
	const id = [kind, ...shown].join('-').replaceAll(' ', '-');
	const count = countOnPage(request, `figure ${id}`);
	return count === 1 ? id : `${id}-${count}`;
}
