import type { ModelContent } from '../experiment/content.ts';
import { runnableModel } from '../experiment/model.ts';
import { landingWords } from '../experiment/patch/landing-words.ts';
import type { Scenario } from './scenario.ts';
import type { Streams } from './streams.ts';

/**
 * Tells on stderr what became of a scenario's patch: where its hunks landed, and what the C of it is warned of. Says
 * nothing of a scenario without one.
 *
 * @throws EraError, CompileError, ModelError
 */
export function tellPatch({ landing, recipe }: Scenario, content: ModelContent, { err }: Streams): void {
	if (recipe.patch === '') return;
	if (landing !== null) for (const line of landingWords(landing)) err(`polite: ${line}\n`);
	for (const { place, message, advice } of runnableModel(content, recipe).diagnostics) {
		err(`polite: warning: ${place.file}:${place.line}:${place.column}: ${message}; ${advice}\n`);
	}
}
