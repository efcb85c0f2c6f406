import { CHECK_THREADS_MAX, type Fairness } from '../../engine/check/model.ts';
import { eraNames } from '../../experiment/content.ts';
import { keyByName } from '../../experiment/keys.ts';
import type { Experiment } from '../../experiment/named-experiments.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import type { Turn } from '../../experiment/turn.ts';
import { validateRecipe } from '../../experiment/validate-recipe.ts';
import { siteContent } from '../content.ts';
import { turnWords } from '../passage/turn-words.ts';
import { checkOf } from './checks.ts';
import { megabytesAtLimit } from './megabytes-at-limit.ts';
import { propertyOf } from './property-of.ts';
import { STATES_MAX } from './search-request.ts';
import { type Told, toldOf } from './told.ts';

/** A rule that the reader can choose for a search. */
export interface RuleControl {
	readonly key: Turn['key'];
	readonly label: string;
	readonly choices: readonly string[];
	/** The experiment's own. */
	readonly value: string;
}

/** So many threads of a kind. */
export interface ThreadControl {
	readonly key: string;
	readonly value: number;
}

/** All that a verdict needs to be told, and to be searched anew. */
export interface VerdictData {
	readonly experiment: string;
	readonly of: string;
	/** The rule that the author chose, and how. */
	readonly turned: Turn['key'];
	readonly choice: string;
	readonly told: Told;
	readonly rules: readonly RuleControl[];
	readonly threads: readonly ThreadControl[];
	/** As many of a kind as a search on the page is given at most. */
	readonly threadsMax: number;
	/** Where a search on the page ends. */
	readonly statesMax: number;
	readonly megabytes: number;
}

const THREADS_OF_A_KIND_MAX = 4;

const fairness: Fairness = 'weak';

/**
 * Puts a verdict's data together.
 *
 * @param of the property, as `bin/polite check` calls it
 * @param choice of the rule that the experiment turns
 * @throws {Error} that lists what there is, if the choice or the property is not there
 */
export function verdictData({ name, recipe, turn }: Experiment, of: string, choice: string): VerdictData {
	const changes = { [turn.key]: choice };
	const checked = validateRecipe(changes, siteContent, recipe);
	if (checked.problems !== null) {
		throw new Error(`<Verdict in="${name}">: ${checked.problems.map(({ message }) => message).join('; ')}`);
	}
	const result = checkOf(checked.recipe);
	const threads = threadControls(recipe);
	const threadsMax = threadsMaxOf(recipe, threads);
	return {
		experiment: name,
		of,
		turned: turn.key,
		choice,
		told: toldOf(result, propertyOf(result, of), { changes, fairness }),
		rules: ruleControls(recipe),
		threads,
		threadsMax,
		statesMax: STATES_MAX,
		megabytes: megabytesOf(recipe, threads, threadsMax),
	};
}

function ruleControls(recipe: Recipe): RuleControl[] {
	const rules: readonly Turn['key'][] = ['policy', 'page-lock', 'rwsem'];
	return rules.map((key) => {
		const entry = keyByName.get(key);
		const choices = entry?.kind === 'choice' ? entry.choices : eraNames(siteContent, key);
		return { key, label: turnWords[key], choices, value: recipe[key] };
	});
}

/** Rivals for either lock, and whoever else is there besides the victim. */
function threadControls(recipe: Recipe): ThreadControl[] {
	const always = ['lockers', 'writers'];
	return [...keyByName.values()]
		.filter(({ name, group }) => group === 'threads' && name !== 'victims')
		.map(({ name }) => ({ key: name, value: Number(recipe[name as keyof Recipe]) }))
		.filter(({ key, value }) => value > 0 || always.includes(key));
}

/** As many of each kind as a search holds together with the victims. */
function threadsMaxOf({ victims }: Recipe, threads: readonly ThreadControl[]): number {
	return Math.min(THREADS_OF_A_KIND_MAX, Math.floor((CHECK_THREADS_MAX - victims) / threads.length));
}

const known = new Map<string, number>();

/** With as many threads as the reader can ask for, each experiment once a build. */
function megabytesOf(recipe: Recipe, threads: readonly ThreadControl[], threadsMax: number): number {
	const most = Object.fromEntries(threads.map(({ key }) => [key, threadsMax]));
	const name = Object.keys(most).join();
	const megabytes = known.get(name) ?? megabytesAtLimit({ ...recipe, ...most, 'page-lock': 'v5.9' });
	known.set(name, megabytes);
	return megabytes;
}
