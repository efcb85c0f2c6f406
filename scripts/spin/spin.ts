import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

/** Longest that one program may take, in ms. */
const TIME_LIMIT_MS = 300_000;
/** The most memory that one search may take, in MB. */
const MEMORY_LIMIT_MB = 4096;
/** How deep a search may go; a depth-first one goes nearly as deep as there are states. */
const DEPTH_LIMIT = 2_000_000;

/** Where compiled searches lie. */
export type Folder = string;

/** What a search by spin came to. */
export interface Found {
	readonly states: number;
	readonly transitions: number;
	readonly errors: number;
	/** Everything that it printed. */
	readonly text: string;
	/** Time of the search alone, in seconds. */
	readonly search_s: number;
}

/** Whether spin and a C compiler are here. */
export function isSpinInstalled(): boolean {
	return ['spin -V', 'gcc --version'].every((command) => {
		const [program, ...args] = command.split(' ');
		return spawnSync(program as string, args).status === 0;
	});
}

/** Calls `work` with a folder that holds the model, and removes it afterwards. */
export function inFolder<Result>(promela: string, work: (folder: Folder) => Result): Result {
	const folder = mkdtempSync(path.join(tmpdir(), 'polite-spin-'));
	try {
		writeFileSync(path.join(folder, 'model.pml'), promela);
		return work(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/**
 * Makes the C of a search from the model in the folder.
 * @throws Error if spin refuses the model
 */
export function generate(folder: Folder): void {
	run(folder, 'spin', ['-a', 'model.pml']);
}

/**
 * Compiles the search under a name.
 * @param options for gcc, as in '-O2 -DNOREDUCE'
 * @throws Error if gcc fails
 */
export function compile(folder: Folder, name: string, options: string): void {
	run(folder, 'gcc', [...options.split(' '), '-w', `-DMEMLIM=${MEMORY_LIMIT_MB}`, '-o', name, 'pan.c']);
}

/**
 * Runs a compiled search to its end.
 * @throws Error if a limit cut it off: then it says nothing
 */
export function search(folder: Folder, name: string, options: readonly string[]): Found {
	const began_ms = performance.now();
	const text = run(folder, `./${name}`, [...options, `-m${DEPTH_LIMIT}`]);
	const search_s = (performance.now() - began_ms) / 1000;
	if (/max search depth too small|out of memory|reached -DMEMLIM/.test(text)) {
		throw new Error(`spin's search was cut off; raise the limits of scripts/spin/spin.ts:\n${text}`);
	}
	const figure = (pattern: RegExp): number => {
		const found = pattern.exec(text)?.[1];
		if (found === undefined) throw new Error(`expected ${pattern} in what spin's search prints, found:\n${text}`);
		return Number(found);
	};
	return {
		states: figure(/(\d+) states, stored/),
		transitions: figure(/(\d+) transitions/),
		errors: figure(/errors: (\d+)/),
		text,
		search_s,
	};
}

function run(folder: Folder, program: string, args: readonly string[]): string {
	const command = `${program} ${args.join(' ')}`;
	const { status, signal, error, stdout, stderr } = spawnSync(program, args, {
		cwd: folder,
		timeout: TIME_LIMIT_MS,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	if (error !== undefined) throw new Error(`${command}: ${error.message}`);
	if (status !== 0) throw new Error(`${command}: ended with ${status ?? signal}\n${stdout}${stderr}`);
	return stdout + stderr;
}
