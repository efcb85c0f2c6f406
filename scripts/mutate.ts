// Mutation testing of the transition function and of the search: each small change of their sources must fail a test.
//   npm run mutate                       all of src/engine/kernel and src/engine/check
//   npm run mutate -- FILE...            only these files
//   npm run mutate -- --report           no run: what is known so far, into docs/mutation.md
// Interrupted (Ctrl-C), it goes on where it was: what is known is kept in .mutation/, and asked anew only where the source
// changed, or, for what survived, where a test did.
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of Stryker's report that is read here. */
interface Mutant {
	readonly status:
		| 'Killed'
		| 'Timeout'
		| 'Survived'
		| 'NoCoverage'
		| 'RuntimeError'
		| 'CompileError'
		| 'Ignored'
		| 'Pending';
	readonly replacement?: string;
	readonly location: { readonly start: Place; readonly end: Place };
}

/** Both counted from 1. */
interface Place {
	readonly line: number;
	readonly column: number;
}

type Files = Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;

const rootFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const toolFolder = path.join(rootFolder, 'scripts', 'mutation');
const known = path.join(rootFolder, '.mutation', 'known.json');
const report = path.join(rootFolder, 'docs', 'mutation.md');
/** What stands above this line in the report is written by hand. */
const GENERATED = '<!-- What follows is written by npm run mutate. -->';
/** One after the other, since only the sources that are mutated run slowly meanwhile. */
const folders = ['src/engine/kernel', 'src/engine/check'];

const wanted = process.argv.slice(2);
if (!wanted.includes('--report')) {
	installTool();
	const parts = wanted.length > 0 ? [wanted.join(',')] : folders.map((folder) => `${folder}/!(*.test).ts`);
	for (const part of parts) mutate(part);
}
const files = (JSON.parse(readFileSync(known, 'utf8')) as { files: Files }).files;
const table = scoreTable(files);
console.log(table);
const byHand = readFileSync(report, 'utf8').split(GENERATED)[0] ?? '';
const date = new Date().toISOString().slice(0, 10);
writeFileSync(
	report,
	`${byHand}${GENERATED}\n\n## Score, ${date}\n\n${table}\n\n## Survivors\n\n${survivorLines(files)}\n`,
);

/** Installs Stryker once per lock file, apart from the project's packages: nobody else needs its 177. */
function installTool(): void {
	const lock = readFileSync(path.join(toolFolder, 'package-lock.json'), 'utf8');
	const stamp = path.join(toolFolder, 'node_modules', '.lock-installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	run('npm', ['ci', ...options], { cwd: toolFolder, shell: process.platform === 'win32' });
	writeFileSync(stamp, lock);
}

/** @param part files, or a pattern, as Stryker's --mutate takes them */
function mutate(part: string): void {
	mkdirSync(path.dirname(known), { recursive: true });
	const stryker = path.join(toolFolder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
	run(process.execPath, [stryker, 'run', 'scripts/mutation/stryker.config.json', '--mutate', part], {
		cwd: rootFolder,
	});
}

/** Runs a program, its output as it comes, and ends with its exit code if it fails. */
function run(program: string, programArguments: readonly string[], options: SpawnSyncOptions): void {
	const { status, error } = spawnSync(program, programArguments, { stdio: 'inherit', ...options });
	if (status === 0) return;
	console.error(error?.message ?? `${program} ended with ${status}; what is known by then is kept, so run it again.`);
	process.exit(status ?? 1);
}

/** Killed: a test failed, or the mutant ran on and on. Covered: a test runs that code. */
function scoreTable(all: Files): string {
	const counted = Object.entries(all)
		.filter(([, { mutants }]) => mutants.length > 0)
		.map(([file, { mutants }]) => ({ file, ...countsOf(mutants) }));
	const sums = { file: 'all', ...countsOf(Object.values(all).flatMap(({ mutants }) => mutants)) };
	const lines = [...counted.sort((one, other) => (one.file < other.file ? -1 : 1)), sums].map(
		({ file, killed, timedOut, survived, uncovered, score }) =>
			`| ${file.replace('src/engine/', '')} | ${killed} | ${timedOut} | ${survived} | ${uncovered} | ${score} % |`,
	);
	return ['| | killed | timed out | survived | not run | score |', '|---|--:|--:|--:|--:|--:|', ...lines].join('\n');
}

function countsOf(mutants: readonly Mutant[]) {
	const count = (...statuses: Mutant['status'][]) => mutants.filter(({ status }) => statuses.includes(status)).length;
	const [killed, timedOut] = [count('Killed'), count('Timeout')];
	const [survived, uncovered] = [count('Survived'), count('NoCoverage')];
	const score = ((100 * (killed + timedOut)) / (killed + timedOut + survived + uncovered)).toFixed(1);
	return { killed, timedOut, survived, uncovered, score };
}

/** Each as its line, what stood there, and what it was changed to. */
function survivorLines(all: Files): string {
	return Object.entries(all)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([file, { source, mutants }]) => [file, mutants.flatMap((mutant) => survivorLine(mutant, source))] as const)
		.filter(([, lines]) => lines.length > 0)
		.map(([file, lines]) => `${file.replace('src/engine/', '')}\n\n${lines.join('\n')}`)
		.join('\n\n');
}

function survivorLine({ status, location: { start, end }, replacement = '' }: Mutant, source: string): string[] {
	if (status !== 'Survived' && status !== 'NoCoverage') return [];
	const line = source.split('\n')[start.line - 1] ?? '';
	const was =
		start.line === end.line ? line.slice(start.column - 1, end.column - 1) : `${line.slice(start.column - 1)} …`;
	const [before, after] = [was, replacement].map((text) => short(text));
	return [`- ${start.line}: \`${before}\` to \`${after}\`${status === 'NoCoverage' ? ', not run' : ''}`];
}

function short(text: string): string {
	const flat = text.replace(/\s+/g, ' ').replaceAll('`', "'");
	return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}
