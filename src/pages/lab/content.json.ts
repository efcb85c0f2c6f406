import { siteContent } from '../../site/content.ts';

/** The texts of model, eras and experiments, for the laboratory's workers. */
export function GET(): Response {
	return Response.json(siteContent);
}
