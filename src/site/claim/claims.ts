import { didYouMean } from '../../engine/c/suggest.ts';
import { type Claim, claimFile, judgeClaim, readClaims, requireOutcomes } from '../../experiment/claim/claims.ts';
import { evaluate, type Outcome } from '../../experiment/claim/evaluate.ts';
import type { Engine } from '../../experiment/claim/fact.ts';
import { siteContent } from '../content.ts';
import { resultOf } from '../passage/results.ts';
import { checkOf } from '../verdict/checks.ts';

const texts = import.meta.glob<string>('../../../content/claims/*.json', {
	query: '?raw',
	import: 'default',
	eager: true,
});

/** Searches and runs that the text shows are not made again for what guards it. */
const engine: Engine = { check: checkOf, run: resultOf };

let all: readonly Claim[] | undefined;

/** All claims, by chapter and name. Throws ClaimError if a file is not as it should be. */
export function siteClaims(): readonly Claim[] {
	all ??= readClaims(
		Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.replace(/^.*\/|\.json$/g, ''), text])),
	);
	return all;
}

/**
 * Returns the claim that a chapter places.
 *
 * @param place where, as in 'content/chapters/04-unlucky.mdx:57'
 * @throws {Error} naming the place, and the claims that there are
 */
export function claimNamed(name: string, place: string): Claim {
	const found = siteClaims().find((claim) => claim.name === name);
	if (found !== undefined) return found;
	const names = siteClaims().map((claim) => claim.name);
	const meant = didYouMean(name, names, `the claims are ${names.join(', ')}.`);
	throw new Error(`${place}: there is no claim '${name}'; ${meant} To add it, write ${claimFile(name)}.`);
}

/**
 * Makes sure that the engine says of a claim what its file says.
 *
 * @param place where it is shown; none on the page of all claims
 * @throws ClaimError, ConditionError that name the place and the claim's file
 */
export function judgedClaim(claim: Claim, place?: string): Outcome[] {
	const file = claimFile(claim.name);
	return guarded(place === undefined ? file : `${place}: ${file}`, () => judgeClaim(claim, siteContent, engine));
}

/** Makes sure that a sentence of the text stands. Throws ClaimError, ConditionError that name its place. */
export function requireSaid(conditions: readonly string[], place: string): void {
	guarded(place, () => conditions.map((condition) => evaluate(condition, siteContent, engine)));
}

function guarded(place: string, ask: () => Outcome[]): Outcome[] {
	try {
		const outcomes = ask();
		requireOutcomes(outcomes, place);
		return outcomes;
	} catch (error) {
		const { message } = error as Error;
		if (message.startsWith(place)) throw error;
		throw new Error(`${place}: ${message}`, { cause: error });
	}
}
