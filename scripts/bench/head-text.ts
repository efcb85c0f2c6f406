import type { Machine } from './machine.ts';
import type { Versions } from './versions.ts';

/** In a line, on what was measured. */
export function machineText({ processor, cores, memory_gib, load, system }: Machine): string {
	return `${processor}, ${cores} cores, ${memory_gib} GiB, load ${load} at the start, ${system}`;
}

/** In a line, by which programs; those that were not there are left out. */
export function programsText({ node, chromium, spin, gcc }: Versions): string {
	const programs = Object.entries({ Node: node, Chromium: chromium, spin, gcc });
	return programs
		.filter(([, version]) => version !== null)
		.map(([name, version]) => `${name} ${version}`)
		.join(', ');
}

/** In a line, what was measured. */
export function subjectText({ edition, revision, engine, modelDigest }: Versions): string {
	return `${edition}${revision === null ? '' : ` at ${revision}`}, engine ${engine}, models ${modelDigest}`;
}
