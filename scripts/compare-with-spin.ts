/*
 * Compares our checker with spin, where spin is installed (Debian: apt-get install spin):
 *
 *     npm run compare-with-spin
 *
 * States, steps and verdicts of many recipes; how long both take, `npm run bench -- --only spin` tells. Each recipe is
 * written as bin/polite export --promela does, compiled without partial-order reduction, and searched whole; each claim
 * is judged under weak fairness. Exit 0 if all agree, or if it was skipped, and then it says so; 1 at any difference.
 */
import { readContent } from '../src/cli/content.ts';
import { differences, emptyRecipe, optionsText, type Recipe } from '../src/experiment/recipe.ts';
import { compareWithSpin, type Side } from './spin/comparison.ts';
import { spinRecipes } from './spin/recipes.ts';
import { isSpinInstalled } from './spin/spin.ts';

const content = readContent();
const nameOf = (recipe: Recipe) => optionsText(differences(recipe, emptyRecipe));

if (!isSpinInstalled()) console.log('SKIPPED: no spin, or no gcc, on this machine; nothing was compared.');
else compareAll();

function compareAll(): void {
	const told = (name: string, { states, transitions, violated }: Side) =>
		`  ${name.padEnd(5)}${String(states).padStart(8)} states${String(transitions).padStart(9)} steps  ${violated.length === 0 ? 'all hold' : `VIOLATED: ${violated.join(', ')}`}`;
	let different = 0;
	let violated = 0;
	for (const recipe of spinRecipes) {
		const { ours, spins, isEqual } = compareWithSpin(recipe, content);
		console.log(
			`${isEqual ? 'equal    ' : 'DIFFERENT'} ${nameOf(recipe)}\n${told('ours', ours)}\n${told('spin', spins)}`,
		);
		if (!isEqual) different += 1;
		if (ours.violated.length > 0) violated += 1;
	}
	console.log(
		`\n${spinRecipes.length} recipes, ${violated} of them violated: ${different === 0 ? 'states, steps and verdicts are equal' : `${different} DIFFER`}.`,
	);
	if (different > 0) process.exitCode = 1;
}
