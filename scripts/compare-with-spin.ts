/*
 * Compares our checker with spin, where spin is installed (Debian: apt-get install spin):
 *
 *     npm run compare-with-spin             states, steps and verdicts of many recipes
 *     npm run compare-with-spin -- --time   instead, how long both take for a few
 *
 * Each recipe is written as bin/polite export --promela does, compiled without partial-order
 * reduction, and searched whole; each claim is judged under weak fairness. Exit 0 if all agree, or
 * if it was skipped, and then it says so; 1 at any difference.
 */
import { parseArgs } from 'node:util';
import { readContent } from '../src/cli/content.ts';
import { differences, emptyRecipe, optionsText, type Recipe } from '../src/experiment/recipe.ts';
import { compareWithSpin, type Side } from './spin/comparison.ts';
import { spinRecipes, timedRecipes } from './spin/recipes.ts';
import { isSpinInstalled } from './spin/spin.ts';
import { type Timing, timeSpin } from './spin/time-spin.ts';

const { values } = parseArgs({ options: { time: { type: 'boolean', default: false } } });
const content = readContent();
const nameOf = (recipe: Recipe) => optionsText(differences(recipe, emptyRecipe));

if (!isSpinInstalled()) console.log('SKIPPED: no spin, or no gcc, on this machine; nothing was compared.');
else if (values.time) timeAll();
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

function timeAll(): void {
	const told = (name: string, { states, answer_s, statesPerSecond }: Timing) =>
		`  ${name.padEnd(28)}${answer_s.toFixed(3).padStart(9)} s to the answer${String(states).padStart(9)} states${(statesPerSecond / 1e6).toFixed(2).padStart(7)} M/s`;
	for (const recipe of timedRecipes) {
		const { unreduced, reduced, ours, ratio } = timeSpin(recipe, content);
		console.log(nameOf(recipe));
		console.log(told('ours', ours));
		console.log(told('spin, without reduction', unreduced));
		console.log(told('spin, with reduction', reduced));
		console.log(`  ours answers ${ratio.toFixed(0)} times in the time of spin's faster way\n`);
	}
}
