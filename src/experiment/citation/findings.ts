import type { CheckResult, PropertyResult } from '../check.ts';
import type { LinkPromise } from '../link/promise-of.ts';
import { promiseOf } from '../link/promise-of.ts';
import type { Question } from '../link/question.ts';
import type { Subject } from '../link/subject.ts';
import type { Recipe } from '../recipe.ts';
import type { RunResult } from '../run.ts';

/** What a subject's question came to. */
export type Findings =
	| { readonly kind: 'check'; readonly result: CheckResult; readonly property: PropertyResult }
	| { readonly kind: 'run'; readonly result: RunResult; readonly base: RunResult | null };

/** Where answers come from; whoever asks often keeps those that he has. */
export interface CitedEngine {
	readonly check: (recipe: Recipe, question: Extract<Question, { kind: 'check' }>) => CheckResult;
	readonly run: (recipe: Recipe) => RunResult;
}

/** Asks the engine. Throws what it throws. */
export function findingsOf({ recipe, base, question }: Subject, engine: CitedEngine): Findings {
	if (question.kind === 'run') {
		return { kind: 'run', result: engine.run(recipe), base: base === null ? null : engine.run(base) };
	}
	const result = engine.check(recipe, question);
	const property = result.properties.find(({ name }) => name === question.property);
	if (property === undefined) throw new Error(`the search does not tell of ${question.property}`);
	return { kind: 'check', result, property };
}

/** What a link to the findings promises. */
export function promiseOfFindings({ question }: Subject, { result }: Findings): LinkPromise {
	return promiseOf(question, result);
}
