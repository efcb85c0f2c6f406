import { check } from '../experiment/check.ts';
import type { CitedEngine } from '../experiment/citation/findings.ts';
import type { Content } from '../experiment/content.ts';
import { canonicalText } from '../experiment/recipe.ts';
import { run } from '../experiment/run.ts';

/** An engine that keeps its answers: a mail may hold the same citation many times. */
export function citedEngine(content: Content): CitedEngine {
	const known = new Map<string, unknown>();
	const once = <Result>(name: string, make: () => Result): Result => {
		if (!known.has(name)) known.set(name, make());
		return known.get(name) as Result;
	};
	return {
		check: (recipe, { fairness, statesMax }) =>
			once(`${fairness} ${statesMax} ${canonicalText(recipe)}`, () =>
				check(recipe, content, { fairness, limits: { states: statesMax } }),
			),
		run: (recipe) => once(canonicalText(recipe), () => run(recipe, content)),
	};
}
