import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { narrowPolicy } from './narrow-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, rest = '') =>
	`<head><meta charset="utf-8"><script src="/theme.js"></script><meta http-equiv="content-security-policy" content="${policy}">${rest}</head>`;

describe('narrowPolicy', () => {
	test('keeps the hashes of what stands in the page, and puts the policy first', () => {
		const policy = `default-src 'none'; script-src 'self' ${hash('one()')} ${hash('two()')}; style-src 'self' ${hash('b{}')} ${hash('')};`;
		const inline = '<style>b{}</style><script>two()</script>';
		expect(narrowPolicy(page(policy, inline))).toBe(
			`<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' ${hash('two()')}; style-src 'self' ${hash('b{}')};"><script src="/theme.js"></script>${inline}</head>`,
		);
	});

	test('refuses a page without policy, or with an inline script that its policy does not name', () => {
		expect(() => narrowPolicy('<head><meta charset="utf-8"></head>')).toThrow('it has no policy');
		expect(() => narrowPolicy(page("script-src 'self'").replace('<meta charset="utf-8">', ''))).toThrow(
			'no <meta charset',
		);
		const unnamed = page(`script-src 'self' ${hash('one()')}`, '<script type="module">two()</script>');
		expect(() => narrowPolicy(unnamed)).toThrow(
			`refuses the inline script or style with ${hash('two()').slice(1, -1)}`,
		);
	});
});
