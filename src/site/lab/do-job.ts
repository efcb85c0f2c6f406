import type { SourceFile } from '../../engine/c/source.ts';
import { type Content, eraNames } from '../../experiment/content.ts';
import { eraFiles, erasText } from '../../experiment/eras.ts';
import { compileFiles } from '../../experiment/model.ts';
import { canonicalDiff } from '../../experiment/patch/canonical-diff.ts';
import { landPatch } from '../../experiment/patch/land-patch.ts';
import { hunkFates } from '../../experiment/patch/landing-words.ts';
import { PatchError } from '../../experiment/patch/patch-error.ts';
import { prepare } from '../../experiment/prepare.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { record } from '../../experiment/record.ts';
import { run } from '../../experiment/run.ts';
import { problemLines, validateRecipe } from '../../experiment/validate-recipe.ts';
import type { Stretch } from '../passage/compute.ts';
import { type Scene, sceneOf } from '../passage/scene.ts';
import type { JobName, Jobs, Pasted, ReadC } from './job.ts';

type Doers = {
	readonly [Name in JobName]: (given: Jobs[Name]['given']) => Jobs[Name]['answer'] | Promise<Jobs[Name]['answer']>;
};

type OnProgress = (done: number, of: number) => void;

/**
 * Does one of the laboratory's jobs.
 *
 * @throws {Error} that says what is wrong with the recipe or its C
 */
export function doJob<Name extends JobName>(
	name: Name,
	given: Jobs[Name]['given'],
	content: Content,
	onProgress: OnProgress,
): Jobs[Name]['answer'] | Promise<Jobs[Name]['answer']> {
	const doers: Doers = {
		// Most visits need none of these three.
		decode: async ({ address }) => (await import('./address.ts')).decode(address, content),
		encode: async (addressed) => (await import('./address.ts')).encode(addressed, content),
		cite: async (given) => (await import('./cite.ts')).cite(given, content),
		run: ({ ordered, stretch }) => runAll(ordered, stretch, content, onProgress),
		sweep: ({ recipe, key, values }) => sweep(recipe, key, values, content, onProgress),
		open: ({ recipe }) => open(recipe, content),
		read: ({ recipe, files }) => read(recipe, files, content),
		paste: ({ recipe, text }) => paste(recipe, text, content),
	};
	return doers[name](given);
}

function runAll(
	ordered: Jobs['run']['given']['ordered'],
	stretch: Stretch,
	content: Content,
	onProgress: OnProgress,
): Jobs['run']['answer'] {
	const of = ordered.reduce((sum, { recipe }) => sum + recipe.seeds, 0);
	let before = 0;
	return ordered.map(({ recipe: given, experiment }) => {
		const recipe = valid(given, content);
		const result = run(recipe, content, experiment, (done) => onProgress(before + done, of));
		before += recipe.seeds;
		return { result, scene: sceneIn(recipe, stretch, content) };
	});
}

function sceneIn(recipe: Recipe, { from_ns, to_ns }: Stretch, content: Content): Scene {
	const { plan } = prepare(recipe, content);
	return sceneOf(record({ ...plan, duration_ns: Math.min(plan.duration_ns, to_ns) }, from_ns, to_ns));
}

function sweep(
	recipe: Recipe,
	key: string,
	values: readonly (string | number)[],
	content: Content,
	onProgress: OnProgress,
): Jobs['sweep']['answer'] {
	const of = values.length * recipe.seeds;
	return values.map((value, index) => {
		const swept = valid({ ...recipe, [key]: value }, content);
		const { actors } = run(swept, content, null, (done) => onProgress(index * recipe.seeds + done, of));
		return { value, actors };
	});
}

function open(recipe: Recipe, content: Content): ReadC {
	const files = eraFiles(content, recipe);
	const shown = recipe.patch === '' ? files : landPatch(recipe.patch, files, erasText(recipe)).files;
	return read(recipe, shown, content);
}

function read(recipe: Recipe, files: readonly SourceFile[], content: Content): ReadC {
	const before = eraFiles(content, recipe);
	const { diagnostics } = compileFiles(files);
	const diff = canonicalDiff(before, files);
	if (diff === '') return { files, diagnostics, patch: '', diff, problem: null };
	try {
		return { files, diagnostics, patch: landPatch(diff, before, erasText(recipe)).patch, diff, problem: null };
	} catch (error) {
		if (error instanceof PatchError) return { files, diagnostics, patch: '', diff, problem: error.message };
		throw error;
	}
}

function paste(recipe: Recipe, text: string, content: Content): Pasted {
	try {
		const landing = landPatch(text, eraFiles(content, recipe), erasText(recipe));
		return { landed: true, hunks: hunkFates(landing), read: read(recipe, landing.files, content) };
	} catch (error) {
		if (!(error instanceof PatchError)) throw error;
		return { landed: false, line: error.line, message: error.message, over: erasFor(text, recipe, content) };
	}
}

/** The eras over which a patch lands that differ from a recipe's by one choice. */
function erasFor(text: string, recipe: Recipe, content: Content): string[] {
	return (['policy', 'page-lock'] as const).flatMap((key) =>
		eraNames(content, key).flatMap((name) => {
			const eras = { ...recipe, [key]: name };
			try {
				landPatch(text, eraFiles(content, eras), erasText(eras));
				return `${key} ${name}`;
			} catch (error) {
				if (error instanceof PatchError) return [];
				throw error;
			}
		}),
	);
}

function valid(recipe: Recipe, content: Content): Recipe {
	const checked = validateRecipe(recipe, content);
	if (checked.problems !== null) throw new Error(problemLines(checked.problems).join('; '));
	return checked.recipe;
}
