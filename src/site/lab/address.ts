import type { Content } from '../../experiment/content.ts';
import { decodeLink } from '../../experiment/link/decode-link.ts';
import { encodeLink } from '../../experiment/link/encode-link.ts';
import { type Subject, usualBase } from '../../experiment/link/subject.ts';
import { namedExperiments } from '../../experiment/named-experiments.ts';
import { canonicalText, type Recipe } from '../../experiment/recipe.ts';
import type { Addressed } from './job.ts';

/**
 * Reads what stands in the laboratory's address: a link without its 'lab/#', or a link to a named experiment, whole.
 *
 * @throws LinkError
 */
export async function decode(address: string, content: Content): Promise<Addressed> {
	const { experiment, recipe, base, question, promise } = await decodeLink(
		address.startsWith('x/') ? address : `lab/#${address}`,
		content,
	);
	const isChosen = base !== null && !isSame(base, usualBase({ experiment, recipe }));
	return { from: experiment?.name ?? null, recipe, base: isChosen ? base : null, question, promise };
}

/** Writes the link to a recipe, relative to the site's base. */
export function encode(addressed: Addressed, content: Content): Promise<string> {
	return encodeLink(subjectOf(addressed, content), addressed.promise, content);
}

/** What an address is about, with its experiment in full. */
export function subjectOf({ from, recipe, base, question }: Omit<Addressed, 'promise'>, content: Content): Subject {
	const experiment = namedExperiments(content).find(({ name }) => name === from) ?? null;
	return { experiment, recipe, base: base ?? usualBase({ experiment, recipe }), question };
}

function isSame(one: Recipe, other: Recipe | null): boolean {
	return other !== null && canonicalText(one) === canonicalText(other);
}
