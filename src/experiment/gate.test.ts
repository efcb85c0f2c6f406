import { describe, expect, test } from 'vitest';
import { readContent } from '../cli/content.ts';
import { gateAnswer, gateFlags } from './gate.ts';

const content = readContent();
const { ALLOW_RETRY, RETRY_NOWAIT, KILLABLE, TRIED } = gateFlags;

/** The condition of the polite branch, version by version, as the kernel's text has it. */
const conditions: Readonly<Record<string, (flags: number) => boolean>> = {
	'v4.20': (flags) => (flags & ALLOW_RETRY) !== 0,
	rfc: (flags) => (flags & ALLOW_RETRY) !== 0,
	'diff1-typed': (flags) => (Number(flags === 0) & TRIED) !== 0,
	'diff1-parens': (flags) => (flags & TRIED) === 0,
	'v5.7': (flags) => (flags & ALLOW_RETRY) !== 0 && (flags & TRIED) === 0,
};

describe.each(Object.entries(conditions))('the gate of %s', (policy, isPolite) => {
	test('does for every flag word what its condition says', () => {
		const all = [ALLOW_RETRY, RETRY_NOWAIT, KILLABLE, TRIED];
		for (let mask = 0; mask < 1 << all.length; mask++) {
			const flags = all.reduce((word, flag, place) => (mask & (1 << place) ? word | flag : word), 0);
			const { sleeps, keepsSemaphore } = gateAnswer(content, { policy, 'page-lock': 'v4.20' }, flags);
			const polite = isPolite(flags);
			const goesAway = polite && (flags & RETRY_NOWAIT) !== 0;
			expect({ flags, sleeps, keepsSemaphore }).toEqual({
				flags,
				sleeps: !goesAway,
				keepsSemaphore: goesAway || !polite,
			});
		}
	});
});

test('says what the flags do not permit', () => {
	const wrong = (policy: string, flags: number) => gateAnswer(content, { policy, 'page-lock': 'fifo' }, flags).wrong;
	expect(wrong('diff1-typed', ALLOW_RETRY | RETRY_NOWAIT)).toBe('must not sleep');
	expect(wrong('diff1-typed', ALLOW_RETRY)).toBe('need not keep it');
	expect(wrong('diff1-parens', KILLABLE)).toBe('may not let go');
	expect(wrong('v5.7', ALLOW_RETRY)).toBeNull();
});
