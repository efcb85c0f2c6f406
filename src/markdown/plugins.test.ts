import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { hastPlugins } from './plugins.ts';

const fileURL = new URL('../../content/chapters/02-retry-once.mdx', import.meta.url);

/** The page's code without white space, so that a test can look for a piece of it. */
async function compile(markdown: string): Promise<string> {
	const { code } = await mdxToJs(markdown, { hastPlugins, fileURL });
	return code.replace(/\s+/g, '');
}

describe('notes', () => {
	test('number the references of a block and follow it', async () => {
		const code = await compile('One <Source of="v4.20" file="mm/filemap.c" />, two <SideNote>A *remark*.</SideNote>.');
		expect(code).toMatch(/"One",_jsx\(NoteReference,\{number:"1"\}\),",two",_jsx\(NoteReference,\{number:"2"\}\)/);
		expect(code).toMatch(/className:"notes".*SourceNote,\{number:"1",of:"v4\.20",file:"mm\/filemap\.c"/);
		expect(code).toMatch(/SideNote,\{number:"2",children:\["A",_jsx\(_components\.em,\{children:"remark"\}\),"\."\]/);
	});

	test('stand close to their word', async () => {
		const { code } = await mdxToJs('One <Source of="v4.20" /> two.', { hastPlugins, fileURL });
		expect(code).toMatch(/"One",\s+_jsx\(NoteReference, \{ number: "1" \}\),\s+" two\."/);
	});

	test('keep the number of a source that is cited again, and note it once', async () => {
		const code = await compile('One <Source of="v4.20" />.\n\nTwo <Source of="v4.20" />.');
		expect(code).toContain('NoteReference,{number:"1",again:"again"}');
		expect(code.match(/_jsx\(SourceNote/g)).toHaveLength(1);
	});

	test('may cite a source of their own, whose note follows', async () => {
		const code = await compile('One <SideNote>Said so.<Source of="v4.20" /></SideNote>.');
		expect(code).toMatch(/SideNote,\{number:"1",children:\["Saidso\.",_jsx\(NoteReference,\{number:"2"\}\)\]/);
		expect(code).toContain('_jsx(SourceNote,{number:"2",of:"v4.20"})');
		expect(code).not.toContain('_jsx(Source,');
	});

	test('belong to the paragraph, inside of a component too', async () => {
		const code = await compile('<Passage>\n\nOne <Source of="v4.20" />.\n\n</Passage>');
		expect(code).toMatch(/_jsx\(Passage,\{children:_jsxs\(_components\.div,\{className:"noted"/);
	});

	test('refuse an unknown source, naming file, line and the nearest key', async () => {
		await expect(compile('One.\n\nTwo <Source of="v4.2" />.')).rejects.toThrow(
			"content/chapters/02-retry-once.mdx:3: there is no source 'v4.2'; did you mean v4.20?",
		);
	});

	test('refuse to stand outside a paragraph', async () => {
		await expect(compile('<Source of="v4.20" />')).rejects.toThrow(
			'content/chapters/02-retry-once.mdx:1: <Source> stands alone; put it inside its paragraph.',
		);
	});
});

describe('codeBlocks', () => {
	test('colour by classes and give each line an id', async () => {
		const code = await compile('```c\nint a;\n\n```\n\n```\nplain\n```');
		expect(code).toContain('className:"token-keyword",children:"int"');
		expect(code).toContain('id:"block-1-line-2"');
		expect(code).toContain('id:"block-2-line-1",children:["plain","\\n"]');
		expect(code).not.toContain('style');
	});

	test('refuse a language that nobody colours', async () => {
		await expect(compile('One.\n\n```rust\n```')).rejects.toThrow(
			"content/chapters/02-retry-once.mdx:3: a code block is in 'rust'; the languages are c, diff, console, text.",
		);
	});
});

describe('typedNumbersLint', () => {
	test.each([
		['One.\n\nTwo\ntook 4 ms.', 4, '4 ms'],
		['- **15,000** rounds', 1, '15,000'],
		['One.\n\n<Figure title="After 12 retries" />', 3, '12 retries'],
		["So <Follow words={{ rfc: 'it took 20 %' }} />.", 1, '20 %'],
		['<Figure>\nIn 3 steps.\n</Figure>', 2, '3 steps'],
	])('refuses %j, naming file, line, number and what to write', async (markdown, line, number) => {
		await expect(compile(markdown)).rejects.toThrow(
			`content/chapters/02-retry-once.mdx:${line}: found the typed number '${number}', expected a computed one: write <Value>, <Measured> or <Setting>, or, for a source's figure, <Sourced of="KEY">${number}</Sourced>.`,
		);
	});

	test('leaves code, settings and what is a source’s alone', async () => {
		const code = await compile(
			'`4 ms` <Figure seeds={20} to_us={700} /> <Says that="a: b ~ 3 within 5%">so</Says>\n\n```\n15,000 steps\n```\n\n<SideNote>v4.20</SideNote> has <Sourced of="v4.20">4 ms</Sourced>.',
		);
		expect(code).toContain('4ms');
	});
});

describe('sourced', () => {
	test('words carry their source’s reference', async () => {
		const code = await compile('Up to <Sourced of="v4.20">64 *waits*</Sourced>.');
		expect(code).toMatch(/className:"sourced",children:\["64",_jsx\(_components\.em.*NoteReference,\{number:"1"\}/);
		expect(code).toMatch(/SourceNote,\{number:"1",of:"v4\.20"/);
	});

	test('words refuse an unknown source, and to stand outside a paragraph', async () => {
		await expect(compile('<Sourced of="v4.2">4 ms</Sourced> so')).rejects.toThrow(
			"retry-once.mdx:1: there is no source 'v4.2'",
		);
		await expect(compile('One.\n\n<Sourced of="v4.20">\n\n4 ms\n\n</Sourced>')).rejects.toThrow(
			'retry-once.mdx:3: <Sourced> stands alone; put it inside its paragraph.',
		);
	});
});

describe('places', () => {
	test('tell a claim and a guarded sentence where they stand', async () => {
		const code = await compile('One <Says that="a">b</Says>.\n\n<Claim of="c" />');
		expect(code).toContain('that:"a",place:"content/chapters/02-retry-once.mdx:1"');
		expect(code).toContain('of:"c",place:"content/chapters/02-retry-once.mdx:3"');
	});
});
