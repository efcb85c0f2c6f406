import { describe, expect, test } from 'vitest';
import { partOfWhole } from './part-of-whole.ts';

const part = { id: 'unlucky', path: '/chapters/unlucky/' };
const parts = [part, { id: 'in-line', path: '/chapters/in-line/' }];
const drawn = (html: string) => partOfWhole(html, part, parts, '/whole/');

describe('partOfWhole', () => {
	test('takes headings down by one level', () => {
		expect(drawn('<h2>One</h2><h3>Two</h3>')).toBe('<h3>One</h3><h4>Two</h4>');
	});

	test('lets anchors, and what names them, begin with the part’s', () => {
		expect(drawn('<p id="note-1" class="note" aria-describedby="a b">1</p><a href="#note-1">1</a>')).toBe(
			'<p id="unlucky-note-1" class="note" aria-describedby="unlucky-a unlucky-b">1</p><a href="#unlucky-note-1">1</a>',
		);
	});

	test('leaves text that only looks like an attribute, and attributes that only end like one', () => {
		const html = '<p data-id="x">write id="x" or href="#x"</p><i title=\'a\'></i>';
		expect(drawn(html)).toBe(html);
	});

	test('finds attributes after one that holds a sign of a tag', () => {
		expect(drawn('<span data-words="{a > b}" id="x"></span>')).toBe(
			'<span data-words="{a > b}" id="unlucky-x"></span>',
		);
	});

	test('keeps links between parts on the page, variants at their own, and others as they are', () => {
		expect(drawn('<a href="/chapters/in-line/">7</a>')).toBe('<a href="#in-line">7</a>');
		expect(drawn('<a href="/chapters/in-line/#lanes">7</a>')).toBe('<a href="#in-line-lanes">7</a>');
		expect(drawn('<a href="/whole/policy/rfc/#x">rfc</a>')).toBe('<a href="/chapters/unlucky/policy/rfc/#x">rfc</a>');
		expect(drawn('<a href="/table/#x">all</a>')).toBe('<a href="/table/#x">all</a>');
	});

	test('keeps what an island drew, and nothing that would bring it to life', () => {
		expect(
			drawn(
				'<script>\n1 < 2\n</script><astro-island props="{a: 1 > 0}" client="load"><style>b{}</style><b>x</b><!--astro:end--></astro-island>',
			),
		).toBe('<b>x</b>');
	});
});
