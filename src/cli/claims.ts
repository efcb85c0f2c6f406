import { check } from '../experiment/check.ts';
import { type Claim, judgeClaim, readClaims } from '../experiment/claim/claims.ts';
import type { Outcome } from '../experiment/claim/evaluate.ts';
import type { Engine } from '../experiment/claim/fact.ts';
import type { Content } from '../experiment/content.ts';
import { canonicalText, type Recipe } from '../experiment/recipe.ts';
import { run } from '../experiment/run.ts';
import { readClaimTexts, readContent } from './content.ts';
import { DONE, VIOLATED } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { wrap } from './wrap.ts';

/**
 * `bin/polite claims`: asks the engine for every claim of the site. Prints claim by claim, since it takes a while.
 *
 * @returns the exit code: 0 all checks hold, 1 some do not
 * @throws UsageError, ClaimError, ConditionError, ExperimentError
 */
export function claimsCommand(args: readonly string[], { out }: Streams): number {
	const { flags } = readArguments(args, { command: 'claims', valueOptions: [], flags: ['json', 'help'], wordsMax: 0 });
	if (flags.has('help')) {
		out(helpText('claims'));
		return DONE;
	}
	const content = readContent();
	const engine = rememberingEngine(content);
	const judged: { claim: Claim; outcomes: Outcome[] }[] = [];
	for (const claim of readClaims(readClaimTexts())) {
		const outcomes = judgeClaim(claim, content, engine);
		if (!flags.has('json')) out(`${judged.length === 0 ? '' : '\n'}${claimLines(claim, outcomes).join('\n')}\n`);
		judged.push({ claim, outcomes });
	}
	if (flags.has('json')) out(`${JSON.stringify(judged.map(told), null, '\t')}\n`);
	return judged.every(({ outcomes }) => outcomes.every(({ holds }) => holds)) ? DONE : VIOLATED;
}

/** Several checks ask for the same search or run. */
function rememberingEngine(content: Content): Engine {
	const known = new Map<string, unknown>();
	const once = <Result>(kind: string, recipe: Recipe, make: () => Result): Result => {
		const name = `${kind} ${canonicalText(recipe)}`;
		if (!known.has(name)) known.set(name, make());
		return known.get(name) as Result;
	};
	return {
		check: (recipe, fairness) => once(fairness, recipe, () => check(recipe, content, { fairness })),
		run: (recipe) => once('run', recipe, () => run(recipe, content)),
	};
}

function claimLines({ name, by, sentence, answer }: Claim, outcomes: readonly Outcome[]): string[] {
	return [
		`${name} (${by}): ${answer}`,
		...wrap(sentence, '  '),
		...outcomes.flatMap(({ condition, holds, expected, found }) => [
			...wrap(condition.text, '    '),
			`      ${holds ? found : `FAILS: expected ${expected}, found ${found}`}`,
		]),
	];
}

function told({ claim, outcomes }: { claim: Claim; outcomes: readonly Outcome[] }) {
	return {
		...claim,
		checks: outcomes.map(({ condition, holds, expected, found, commands }) => ({
			check: condition.text,
			holds,
			expected,
			found,
			commands,
		})),
	};
}
