import type { Turn } from '../../experiment/turn.ts';
import type { ByChoice } from './by-choice.ts';

/**
 * Takes the words that an author gave for each choice.
 *
 * @throws {Error} that names the choice without words, or the words without a choice.
 */
export function wordsByChoice(words: ByChoice<string>, { key, choices }: Turn, experiment: string): ByChoice<string> {
	const unknown = Object.keys(words).find((name) => !choices.includes(name));
	if (unknown !== undefined) {
		throw new Error(`in="${experiment}": words for '${unknown}', but it turns ${key}: ${choices.join(', ')}.`);
	}
	const missing = choices.find((choice) => !words[choice]);
	if (missing !== undefined) throw new Error(`in="${experiment}": no words for '${missing}'; every choice needs some.`);
	return words;
}
