import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, wrap } from './wrap.ts';

test('an option and its value stay together', () => {
	const lines = wrap(Array.from({ length: 30 }, (_, index) => `--option-${index} ${index}`).join(' '), '  ');
	expect(lines.length).toBeGreaterThan(5);
	for (const line of lines) expect(line).toMatch(/^ ( --option-\d+ \d+)+$/);
});

test('no line is too long, and no word is lost', () => {
	const word = fc.stringMatching(/^[a-z]{1,20}$/);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1 }), (words) => {
			const lines = wrap(words.join(' '), '    ');
			for (const line of lines) expect(line.length).toBeLessThanOrEqual(COLUMNS);
			expect(lines.join(' ').trim().split(/\s+/)).toEqual(words);
		}),
	);
});
