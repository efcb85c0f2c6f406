import { describe, expect, test } from 'vitest';
import { requireSource, sourceKeys } from './source-keys.ts';

describe('requireSource', () => {
	const keys = ['jerome-2019-01-22', 'peter-2019-01-24', 'v4.20'];

	test('accepts a key that exists', () => {
		expect(() => requireSource('v4.20', keys, 'here')).not.toThrow();
	});

	test('names place, key and the nearest key', () => {
		expect(() => requireSource('jerome-2019-01-21', keys, 'content/chapters/02-x.mdx:7')).toThrow(
			"content/chapters/02-x.mdx:7: there is no source 'jerome-2019-01-21'; did you mean jerome-2019-01-22?",
		);
	});

	test('lists the keys when none is near', () => {
		expect(() => requireSource('lwn', keys, 'here')).toThrow(
			'the keys are jerome-2019-01-22, peter-2019-01-24, v4.20.',
		);
	});
});

describe('sourceKeys', () => {
	test('are the names of the files, dots kept', () => {
		expect(sourceKeys()).toEqual(expect.arrayContaining(['jerome-2019-01-22', 'peter-2019-02-21-v2.1', 'v4.20']));
	});
});
