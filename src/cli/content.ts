import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Content } from '../experiment/content.ts';

const contentFolder = path.join(import.meta.dirname, '..', '..', 'content');

/** Reads models, eras and experiments from the files under content/. Throws Node's error if a folder is missing. */
export function readContent(): Content {
	return {
		model: readTexts('model', /\.[ch]$/),
		eras: withoutEnding(readTexts('eras', /\.diff$/)),
		experiments: withoutEnding(readTexts('experiments', /\.json$/)),
	};
}

/** The text of each claim's file under content/claims, by its name. Throws Node's error if the folder is missing. */
export function readClaimTexts(): Record<string, string> {
	return withoutEnding(readTexts('claims', /\.json$/));
}

/** The files of a folder whose names fit, by their path in it, with '/' on every system. */
function readTexts(folder: string, ending: RegExp): Record<string, string> {
	const base = path.join(contentFolder, folder);
	const names = readdirSync(base, { recursive: true, encoding: 'utf8' })
		.map((name) => name.replaceAll(path.sep, '/'))
		.filter((name) => ending.test(name))
		.sort();
	return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(base, name), 'utf8')]));
}

function withoutEnding(texts: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.replace(/\.[^./]+$/, ''), text]));
}
