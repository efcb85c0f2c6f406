import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The path of a program, if it is installed; else null. */
export function findProgram(...names: string[]): string | null {
	const folders = (process.env['PATH'] ?? '').split(path.delimiter);
	const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
	return places.find((place) => existsSync(place)) ?? null;
}

/** Starts a program and waits until it prints what matches; returns it with the match. */
export async function startProgram(
	program: string,
	programArguments: readonly string[],
	wanted: RegExp,
): Promise<{ readonly child: ChildProcess; readonly found: string }> {
	const child = spawn(program, programArguments, { stdio: ['ignore', 'pipe', 'pipe'] });
	process.once('exit', () => child.kill());
	const found = await new Promise<string>((resolve, reject) => {
		let printed = '';
		const look = (text: unknown) => {
			printed += text;
			const [, match] = wanted.exec(printed) ?? [];
			if (match !== undefined) resolve(match);
		};
		child.stdout.on('data', look);
		child.stderr.on('data', look);
		child.on('error', reject);
		child.on('exit', (code) => reject(new Error(`${program} ended with ${code}: ${printed}`)));
	});
	return { child, found };
}
