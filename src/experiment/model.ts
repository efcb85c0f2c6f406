import type { Diagnostic } from '../engine/c/diagnostic.ts';
import type { Environment } from '../engine/c/environment.ts';
import type { SourceFile } from '../engine/c/source.ts';
import { structs } from '../engine/kernel/objects.ts';
import { primitives } from '../engine/kernel/primitives.ts';
import { compile } from '../engine/model/compile.ts';
import type { Program } from '../engine/model/program.ts';
import type { ModelContent } from './content.ts';
import { type Eras, modelFiles } from './eras.ts';
import { spendableKeys } from './keys.ts';
import { modelDigest } from './model-digest.ts';

/** The names by which the C spends a recipe's times; a name's place is its number in the tables. */
const durationNames: readonly string[] = spendableKeys.map((name) => name.replaceAll('-', '_'));

const environment: Environment = { structs, primitives, durations: durationNames };

/** A model's C and what became of it. */
export interface Model {
	readonly files: readonly SourceFile[];
	/** Null if and only if a diagnostic is an error. */
	readonly program: Program | null;
	readonly diagnostics: readonly Diagnostic[];
}

/** A model that runs. */
export interface RunnableModel extends Model {
	readonly program: Program;
	/** 8 hexadecimal digits: what the model does, whatever its comments say. */
	readonly digest: string;
}

/** Model C that does not compile; the message holds every error with its place. */
export class CompileError extends Error {
	readonly diagnostics: readonly Diagnostic[];

	constructor(diagnostics: readonly Diagnostic[]) {
		const errors = diagnostics.filter(({ severity }) => severity === 'error');
		super(
			errors
				.map(({ place, message, advice }) => `${place.file}:${place.line}:${place.column}: ${message}; ${advice}`)
				.join('\n'),
		);
		this.name = 'CompileError';
		this.diagnostics = diagnostics;
	}
}

/** Compiles the model of the given eras; whatever is wrong with its C is among the diagnostics. Throws EraError, PatchError. */
export function compileModel(content: ModelContent, eras: Eras): Model {
	return compileFiles(modelFiles(content, eras));
}

/** Compiles C as it stands, whichever era it comes from; whatever is wrong with it is among the diagnostics. */
export function compileFiles(files: readonly SourceFile[]): Model {
	return { files, ...compile(files, environment) };
}

/** More are forgotten, the oldest first: each turn of a reader's own patch is a model, and may be a large one. */
const MODELS_KNOWN = 32;

/** Models that run, by content and eras: a reader flips back and forth between a few. */
const known = new WeakMap<ModelContent, Map<string, RunnableModel>>();

/**
 * The model of the given eras, ready to run; made once for each content.
 *
 * @throws EraError, PatchError, CompileError, ModelError
 */
export function runnableModel(content: ModelContent, eras: Eras): RunnableModel {
	const models = known.get(content) ?? new Map<string, RunnableModel>();
	known.set(content, models);
	const name = `${eras['page-lock']} ${eras['page-lock-unfairness']} ${eras.policy} ${eras.patch ?? ''}`;
	const found = models.get(name);
	if (found !== undefined) return found;
	const model = compileModel(content, eras);
	const { program } = model;
	if (program === null) throw new CompileError(model.diagnostics);
	const made = { ...model, program, digest: modelDigest(program, durationNames) };
	const [oldest] = models.keys();
	if (models.size >= MODELS_KNOWN && oldest !== undefined) models.delete(oldest);
	models.set(name, made);
	return made;
}
