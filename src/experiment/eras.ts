import type { StructuredPatch } from 'diff';
// Only these: the package's own index draws in all that it can do, and the page's worker carries it.
import { applyPatch } from 'diff/lib/patch/apply.js';
import { parsePatch } from 'diff/lib/patch/parse.js';
import type { SourceFile } from '../engine/c/source.ts';
import type { ModelContent } from './content.ts';
import type { EraKey } from './keys.ts';
import { landPatch } from './patch/land-patch.ts';

/** The constants of the C that a recipe sets, by its keys; an era without that constant takes no notice. */
const constants = { 'page-lock-unfairness': 'PAGE_LOCK_UNFAIRNESS' } as const;

type Constants = { readonly [Key in keyof typeof constants]?: number };

/** Which era of each kind, and a reader's own patch, if any; constants that are left out stay as the text has them. */
export type Eras = Readonly<Record<EraKey, string>> & Constants & { readonly patch?: string };

/** A diff that does not fit the text it is meant for; the message names the diff, the file and the hunk. */
export class EraError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'EraError';
	}
}

/**
 * The model's C in the given eras: the base, then the page lock's diff, then the policy's, then the reader's own patch,
 * then the constants. Files in the order of their paths.
 *
 * @throws EraError if there is no such era, or its diff does not apply to the letter; PatchError if the patch does not land
 */
export function modelFiles(content: ModelContent, eras: Eras): SourceFile[] {
	const files = eraFiles(content, eras);
	const { patch = '' } = eras;
	const patched = patch === '' ? files : landPatch(patch, files, erasText(eras)).files;
	return patched.map(({ path, text }) => ({ path, text: withConstants(text, eras) }));
}

/** The eras that a reader's patch is laid over, in words. */
export function erasText(eras: Eras): string {
	return `page lock ${eras['page-lock']}, policy ${eras.policy}`;
}

/**
 * The text that a reader's patch is laid over: the model's C with the diffs of page lock and policy. Files in the order
 * of their paths.
 *
 * @throws EraError
 */
export function eraFiles(content: ModelContent, eras: Eras): SourceFile[] {
	const texts = new Map(Object.entries(content.model));
	for (const kind of ['page-lock', 'policy'] as const) {
		const name = `${kind}/${eras[kind]}`;
		const diff = content.eras[name];
		if (diff === undefined) {
			throw new EraError(`no era '${name}'; the eras are ${Object.keys(content.eras).join(', ')}`);
		}
		applyDiff(texts, diff, name);
	}
	return [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function withConstants(text: string, eras: Eras): string {
	return Object.entries(constants).reduce((changed, [key, name]) => {
		const value = eras[key as keyof typeof constants];
		return value === undefined ? changed : changed.replace(new RegExp(`^(#define ${name}\\s+).*$`, 'm'), `$1${value}`);
	}, text);
}

function applyDiff(texts: Map<string, string>, diff: string, name: string): void {
	for (const patch of parse(diff, name)) {
		const path = (patch.newFileName ?? '').replace(/^b\//, '');
		const text = texts.get(path);
		if (text === undefined) {
			throw new EraError(
				`${name}: changes '${path}', which the model does not have; its files are ${[...texts.keys()].join(', ')}`,
			);
		}
		const changed = applyPatch(text, patch, { fuzzFactor: 0 });
		if (changed === false) throw new EraError(`${name}: ${misfit(text, patch, path)}`);
		texts.set(path, changed);
	}
}

function parse(diff: string, name: string): StructuredPatch[] {
	try {
		return parsePatch(diff).filter(({ hunks }) => hunks.length > 0);
	} catch (error) {
		throw new EraError(`${name}: not a unified diff: ${(error as Error).message}`);
	}
}

/** Names the first hunk that does not fit. */
function misfit(text: string, patch: StructuredPatch, path: string): string {
	const count = patch.hunks.findIndex((_, last) => {
		return applyPatch(text, { ...patch, hunks: patch.hunks.slice(0, last + 1) }, { fuzzFactor: 0 }) === false;
	});
	const line = patch.hunks[count]?.oldStart;
	return `hunk ${count + 1} of ${patch.hunks.length} (line ${line}) does not fit ${path}; make the diff again from the text that it applies to`;
}
