import type { ModelContent } from '../content.ts';
import { runnableModel } from '../model.ts';
import type { Recipe } from '../recipe.ts';

/** Returns what names the function around a line of a recipe's model. Throws EraError, CompileError, ModelError. */
export function functionNames(recipe: Recipe, content: ModelContent): (file: string, line: number) => string {
	const functions = [...runnableModel(content, recipe).program.functions.values()];
	return (file, line) => {
		const around = functions.find(({ place, endLine }) => place.file === file && place.line <= line && line <= endLine);
		return around?.name ?? '';
	};
}
