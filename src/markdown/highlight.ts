import { createHighlighterCore, type HighlighterCore, type ThemeRegistration } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** A stretch of text of one kind. Its class is `token-KIND` (see src/styles/code.css); 'plain' needs none. */
export interface Token {
	kind: string;
	text: string;
}

export type Language = 'c' | 'diff';

/** Instead of colours the theme gives the names of kinds: what they look like, by day and by night, is the style's. */
const theme: ThemeRegistration = {
	name: 'kinds',
	type: 'light',
	fg: 'plain',
	bg: 'plain',
	settings: [
		{ settings: { foreground: 'plain', background: 'plain' } },
		{ scope: ['comment'], settings: { foreground: 'comment' } },
		{ scope: ['keyword.control', 'keyword.operator.sizeof', 'storage'], settings: { foreground: 'keyword' } },
		{ scope: ['constant.numeric', 'string'], settings: { foreground: 'constant' } },
		{ scope: ['entity.name.function'], settings: { foreground: 'function' } },
		{ scope: ['markup.inserted'], settings: { foreground: 'inserted' } },
		{ scope: ['markup.deleted'], settings: { foreground: 'deleted' } },
		{ scope: ['meta.diff.header', 'meta.diff.range', 'meta.diff.index'], settings: { foreground: 'place' } },
	],
};

let highlighter: Promise<HighlighterCore> | undefined;

/**
 * Splits code into lines and each line into tokens, at build time. Joined again, the texts are the code.
 *
 * @param code as it stands in the file; a newline at its end adds no empty line.
 * @returns for each line its tokens; an empty line has none.
 */
export async function highlightLines(code: string, language: Language): Promise<Token[][]> {
	highlighter ??= createHighlighterCore({
		langs: [import('shiki/langs/c.mjs'), import('shiki/langs/diff.mjs')],
		themes: [theme],
		engine: createJavaScriptRegexEngine(),
	});
	const { tokens } = (await highlighter).codeToTokens(code.replace(/\n$/, ''), {
		lang: language,
		theme: 'kinds',
		// What a page looks like must not depend on how busy the machine is that builds it.
		tokenizeTimeLimit: 0,
	});
	return tokens.map((line) =>
		joinEqualKinds(line.map(({ color, content }) => ({ kind: color ?? 'plain', text: content }))),
	);
}

/** The grammar cuts finer than the kinds; fewer elements make a lighter page. */
function joinEqualKinds(tokens: Token[]): Token[] {
	const joined: Token[] = [];
	for (const token of tokens) {
		const last = joined.at(-1);
		if (last?.kind === token.kind) last.text += token.text;
		else joined.push(token);
	}
	return joined.filter(({ text }) => text !== '');
}
