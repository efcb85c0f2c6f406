import { type ByPolicy, isPolicy, policies } from '../policies.ts';

/**
 * Takes the words that an author gave for each policy.
 *
 * @throws {Error} that names the policy without words, or the words without a policy.
 */
export function wordsByPolicy(words: Readonly<Record<string, string>>, experiment: string): ByPolicy<string> {
	const unknown = Object.keys(words).find((name) => !isPolicy(name));
	if (unknown !== undefined) {
		throw new Error(`in="${experiment}": words for '${unknown}', but the policies are ${policies.join(', ')}.`);
	}
	const missing = policies.find((policy) => !words[policy]);
	if (missing !== undefined) throw new Error(`in="${experiment}": no words for '${missing}'; every policy needs some.`);
	return words as ByPolicy<string>;
}
