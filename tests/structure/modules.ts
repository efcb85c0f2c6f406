import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A file of code, and what it imports. */
export interface Module {
	/** From the project's folder, with slashes. */
	readonly path: string;
	/** What it imports: paths of that kind, or names of packages as they are written; types and workers count, too. */
	readonly imports: readonly string[];
}

/** Where code stands, the first entry that fits: what it may import stands in an entry before that, or in its own folder. */
const rooms: readonly (readonly string[])[] = [
	['src/fonts/', 'src/styles/'],
	['src/engine/c/'],
	['src/engine/model/'],
	['src/engine/kernel/'],
	['src/engine/simulate/', 'src/engine/check/'],
	['src/engine/'],
	['src/experiment/'],
	['src/sources/'],
	['src/cli/', 'src/markdown/', 'src/site/'],
	['components/'],
	['src/layouts/'],
	['src/pages/'],
];

/** The folder among those above in which a module stands; null for tests, scripts and settings, which may import all. */
export function roomOf(module: string): string | null {
	if (module.includes('.test.')) return null;
	return rooms.flat().find((room) => module.startsWith(room)) ?? null;
}

/** All code of the project but its settings. */
export function projectModules(): readonly Module[] {
	return ['src', 'components', 'scripts', 'tests'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
			.filter((file) => /\.(?:ts|tsx|mjs|astro)$/.test(file))
			.map((file) => moduleOf(file, readFileSync(file, 'utf8'))),
	);
}

/** A module by its text. */
export function moduleOf(file: string, text: string): Module {
	const code = file.endsWith('.astro') ? codeOfPage(text) : text;
	const written = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
	const workers = [...code.matchAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g)].map(([, worker = '']) => worker);
	const imports = [...written, ...workers].map((name) =>
		name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name.replace(/\?.*$/, '')) : name,
	);
	return { path: file, imports: [...new Set(imports)] };
}

/** What stands between the lines of an Astro file's head, and in its scripts. */
function codeOfPage(text: string): string {
	const head = /^---\n([\s\S]*?)\n---$/m.exec(text)?.[1] ?? '';
	const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
	return [head, ...scripts].join('\n');
}

/** Modules that import one another in a circle, each the next and the last the first; empty if there is no circle. */
export function circleIn(modules: readonly Module[]): readonly string[] {
	let left = new Map(modules.map((module) => [module.path, module.imports]));
	const nextOf = (module: string) => left.get(module)?.find((imported) => left.has(imported));
	for (let before = -1; before !== left.size; ) {
		before = left.size;
		left = new Map([...left].filter(([module]) => nextOf(module) !== undefined));
	}
	const way: string[] = [];
	let [module] = left.keys();
	for (; module !== undefined && !way.includes(module); module = nextOf(module)) way.push(module);
	return module === undefined ? [] : way.slice(way.indexOf(module));
}

/** Imports that do not point downward, each as `importer -> imported`. */
export function upwardIn(modules: readonly Module[]): readonly string[] {
	const rankOf = (room: string | null) => (room === null ? rooms.length : rooms.findIndex((row) => row.includes(room)));
	return modules.flatMap((module) => {
		const room = roomOf(module.path);
		return module.imports
			.filter((imported) => /^(?:src|components|scripts|tests)\//.test(imported) && roomOf(imported) !== room)
			.filter((imported) => rankOf(roomOf(imported)) >= rankOf(room))
			.map((imported) => `${module.path} -> ${imported}`);
	});
}

/** What the engine imports from outside itself, packages included, each as `importer -> imported`. */
export function outsideOfEngine(modules: readonly Module[]): readonly string[] {
	return modules
		.filter(({ path }) => roomOf(path)?.startsWith('src/engine/'))
		.flatMap(({ path, imports }) =>
			imports.filter((imported) => !imported.startsWith('src/engine/')).map((imported) => `${path} -> ${imported}`),
		);
}
