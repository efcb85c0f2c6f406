import { describe, expect, test } from 'vitest';
import { sitePath } from './path.ts';

describe('sitePath', () => {
	test.each([
		['/', '/', '/'],
		['/sources/', '/', '/sources/'],
		['/', '/polite/', '/polite/'],
		['/', '/polite', '/polite/'],
		['/sources/', '/polite', '/polite/sources/'],
		['/retry-once/#note-2', '/a/b/', '/a/b/retry-once/#note-2'],
	])('puts %s under the base %s', (path, base, address) => {
		expect(sitePath(path, base)).toBe(address);
	});

	test.each(['sources/', '', '#main', '//example.org/', 'https://example.org/'])('refuses %o', (path) => {
		expect(() => sitePath(path, '/')).toThrow(`'${path}' is no place on this site`);
	});
});
