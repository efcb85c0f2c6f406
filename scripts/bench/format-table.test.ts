import { expect, test } from 'vitest';
import { formatTable } from './format-table.ts';
import type { PartReport, Report } from './report.ts';
import { counted, measured } from './row.ts';

const report = (...parts: PartReport[]): Report => ({
	format: 1,
	date: '2019-01-22',
	machine: { processor: 'a processor', cores: 2, memory_gib: 8, load: 0.5, system: 'a system' },
	versions: {
		node: '24.0.0',
		chromium: null,
		spin: '6.5.2',
		gcc: null,
		edition: 'v0.1.0',
		engine: '1',
		modelDigest: '01234567',
		revision: 'abcdef+',
	},
	parts,
});

test('a table has a line a scenario, a column what was measured, and tells what missed its aim', () => {
	const scenario = 'two lockers';
	const long = 'a scenario whose name leaves no room for figures on its line, so it has its own';
	const text = formatTable(
		report({
			name: 'search',
			title: 'The search',
			skipped: null,
			rows: [
				counted({ what: 'states', scenario, unit: '' }, 131_835),
				measured({ what: 'found', scenario, unit: 'million/s', aim: { atLeast: 4 } }, [2.61, 2.449, 3]),
				counted({ what: 'at most', scenario, unit: 'bytes', aim: { atMost: 60 } }, 59.26),
				counted({ what: 'states', scenario: long, unit: '' }, 8),
				measured({ what: 'found', scenario: long, unit: 'million/s' }, [0, 418.7, 1234]),
			],
		}),
	);
	expect(text).toBe(`Measured on 2019-01-22: v0.1.0 at abcdef+, engine 1, models 01234567
a processor, 2 cores, 8 GiB, load 0.5 at the start, a system
Node 24.0.0, spin 6.5.2
Where it differs from time to time: the median (least-most), to two digits.

The search [search]
                                found     at
                            million/s   most
                states           of 3  bytes
  two lockers  131,835  2.6 (2.4-3.0)   59.3
  a scenario whose name leaves no room for figures on its line, so it has its own
                     8  420 (0-1,200)
  MISSED by 1 of 1: found, at least 4 million/s was aimed at.
`);
});

test('a part that was not measured says why', () => {
	const skipped = 'Spin, or gcc, is not installed.';
	const text = formatTable(report({ name: 'spin', title: 'Beside spin', skipped, rows: [] }));
	expect(text).toContain('Beside spin [spin]\n  not measured: Spin, or gcc, is not installed.\n');
});
