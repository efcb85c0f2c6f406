import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The tag under which this edition is published, as in 'v0.1.0'. Throws Node's error if package.json is missing. */
export function edition(): string {
	const file = path.join(import.meta.dirname, '..', '..', 'package.json');
	return `v${JSON.parse(readFileSync(file, 'utf8')).version}`;
}
