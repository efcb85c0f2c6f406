import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Part } from './part.ts';
import type { PartReport, Report } from './report.ts';

const program = path.join(import.meta.dirname, '..', 'bench.ts');

/** Measures parts one after the other, and tells on standard error which one it is at. */
export async function measureParts(parts: readonly Part[]): Promise<PartReport[]> {
	const [only] = parts;
	if (only !== undefined && parts.length === 1) return [await measurePart(only)];
	return parts.map((part, index) => {
		console.error(`${index + 1} of ${parts.length}: ${part.name}`);
		return measureApart(part);
	});
}

async function measurePart({ name, title, obstacle, measure }: Part): Promise<PartReport> {
	const skipped = await obstacle();
	return { name, title, skipped, rows: skipped === null ? await measure() : [] };
}

/** In a process of its own. One that fails has told why, and does not keep the others from being measured. */
function measureApart({ name, title }: Part): PartReport {
	const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, program, '--only', name, '--json'], {
		stdio: ['ignore', 'pipe', 'inherit'],
		encoding: 'utf8',
	});
	const [part] = status === 0 ? (JSON.parse(stdout) as Report).parts : [];
	if (part !== undefined) return part;
	process.exitCode = 1;
	return { name, title, skipped: `It failed with ${status}.`, rows: [] };
}
