import { simulate } from '../../src/engine/simulate/simulate.ts';
import { Search } from '../../src/experiment/check.ts';
import type { ModelContent } from '../../src/experiment/content.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { promelaOf } from '../../src/experiment/promela/promela.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { nameOfError } from './named-errors.ts';

/** Events of a run: some hundredth of a second. */
const EVENTS = 1000;

/** States of a search, for the same reason. */
const STATES = 300;

/**
 * Does with a valid recipe what can be done with one, briefly: runs it, searches it and judges what was found, writes
 * it as Promela.
 *
 * @returns what became of it, or the name of the error that said why not
 */
export function follow(recipe: Recipe, content: ModelContent): string {
	try {
		const { plan } = prepare(recipe, content);
		const ran = outcome(() => `ran till ${simulate({ ...plan, eventLimit: EVENTS }).ending}`);
		const searched = outcome(() => search(recipe, content));
		const written = outcome(() => {
			promelaOf(recipe, content, { command: 'bin/polite' });
			return 'written';
		});
		return `${ran}, ${searched}, ${written}`;
	} catch (error) {
		return nameOfError(error);
	}
}

function search(recipe: Recipe, content: ModelContent): string {
	const searching = new Search(recipe, content, { limits: { states: STATES } });
	while (!searching.advance());
	return searching.result().complete ? 'searched' : 'searched in part';
}

function outcome(make: () => string): string {
	try {
		return make();
	} catch (error) {
		return nameOfError(error);
	}
}
