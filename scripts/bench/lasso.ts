import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FirstLasso } from './first-lasso.ts';
import { noObstacle, type Part } from './part.ts';
import { measured } from './row.ts';

const PROCESSES = 9;
/** What was aimed at. */
const FIRST_MS = 25;

/**
 * One victim and one locker: from the model's C by way of its tables to the shortest lasso, replayed. In fresh processes,
 * so that nothing has been compiled by the engine that runs this.
 */
export const lasso: Part = {
	name: 'lasso',
	title: 'From C to the shortest lasso, 1 victim, 1 locker',
	obstacle: noObstacle,
	measure: () => {
		const times = Array.from({ length: PROCESSES }, firstLasso);
		const label = { scenario: 'in a process of Node', unit: 'ms' };
		return [
			measured(
				{ ...label, what: 'the first time', aim: { atMost: FIRST_MS } },
				times.map(({ first_ms }) => first_ms),
			),
			measured(
				{ ...label, what: 'later' },
				times.map(({ later_ms }) => later_ms),
			),
		];
	},
};

function firstLasso(): FirstLasso {
	const program = fileURLToPath(new URL('./first-lasso.ts', import.meta.url));
	const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`first-lasso.ts ended with ${status}:\n${stderr}`);
	return JSON.parse(stdout);
}
