import { checkThreads, checkValue, showValue } from '../../experiment/check-value.ts';
import { type EraKey, type Key, type KeyName, keyByName, keys } from '../../experiment/keys.ts';
import { emptyRecipe, type Recipe, valueFromText } from '../../experiment/recipe.ts';

/** A named experiment, from which a recipe may start. */
export interface StartingPoint {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	/** What differs from the empty recipe. */
	readonly recipe: Partial<Recipe>;
}

/** What can be chosen. */
export interface Choices {
	readonly experiments: readonly StartingPoint[];
	readonly eras: Readonly<Record<EraKey, readonly string[]>>;
}

/** A recipe as the reader has it on the bench: where it starts, and what was typed over it, letter by letter. */
export interface Side {
	/** A named experiment; null for the empty recipe. */
	readonly from: string | null;
	readonly typed: Readonly<Partial<Record<KeyName, string>>>;
}

/** One recipe, or two side by side. */
export interface Sides {
	readonly a: Side;
	readonly b: Side | null;
}

export type SideName = keyof Sides;

/** What a side's texts come to: a recipe, or what is wrong, key by key; '' stands for the recipe as a whole. */
export type Reading =
	| { readonly recipe: Recipe; readonly problems: null }
	| { readonly recipe: null; readonly problems: Readonly<Record<string, string>> };

/** The recipe of a side's start, in full. Throws Error if there is no such experiment. */
export function startOf({ from }: Side, { experiments }: Choices): Recipe {
	if (from === null) return emptyRecipe;
	const found = experiments.find(({ name }) => name === from);
	if (found === undefined) throw new Error(`there is no experiment '${from}'`);
	return { ...emptyRecipe, ...found.recipe };
}

/** Whether both sides have one value of a key: two recipes are compared on the same seeds and the same time. */
export function isShared({ group }: Pick<Key, 'group'>): boolean {
	return group === 'run';
}

/** What stands in a side's control for a key. */
export function textOf(sides: Sides, which: SideName, key: Key, choices: Choices): string {
	const side = isShared(key) ? sides.a : (sides[which] ?? sides.a);
	const name = key.name as KeyName;
	return side.typed[name] ?? String(startOf(side, choices)[name]);
}

/** The sides after something was typed; what is as at the start again is no change. */
export function turned(sides: Sides, which: SideName, key: Key, text: string, choices: Choices): Sides {
	const at = isShared(key) ? 'a' : which;
	const side = sides[at];
	if (side === null) return sides;
	const name = key.name as KeyName;
	const { [name]: _, ...others } = side.typed;
	const isStart = text === String(startOf(side, choices)[name]);
	return { ...sides, [at]: { ...side, typed: isStart ? others : { ...others, [name]: text } } };
}

/** Reads a side. A patch is only measured: whether it lands is the worker's to say. */
export function readSide(sides: Sides, which: SideName, choices: Choices): Reading {
	const problems: Record<string, string> = {};
	const values: Record<string, unknown> = {};
	for (const key of keys) {
		const value = valueFromText(key.name, textOf(sides, which, key, choices));
		const checked = checkValue(key, value, (kind) => choices.eras[kind]);
		if (checked.allowed === null) values[key.name] = checked.value;
		else problems[key.name] = `found ${showValue(value)}, expected ${checked.allowed}`;
	}
	if (Object.keys(problems).length > 0) return { recipe: null, problems };
	const recipe = values as unknown as Recipe;
	const problem = checkThreads(recipe);
	return problem === null
		? { recipe, problems: null }
		: { recipe: null, problems: { [problem.key ?? '']: problem.message } };
}

/** The keys in which two recipes differ. */
export function differingKeys(one: Recipe, other: Recipe): ReadonlySet<string> {
	return new Set(keys.map(({ name }) => name).filter((name) => one[name] !== other[name]));
}

/** A side that holds a recipe, as a link or a figure hands it over. Throws Error if there is no such experiment. */
export function sideOf(from: string | null, recipe: Recipe, choices: Choices): Side {
	const start = startOf({ from, typed: {} }, choices);
	const changed = [...keyByName.keys()].filter((name) => recipe[name as KeyName] !== start[name as KeyName]);
	return { from, typed: Object.fromEntries(changed.map((name) => [name, String(recipe[name as KeyName])])) };
}
