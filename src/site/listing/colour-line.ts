/** A stretch of a line of C; its class is `token-KIND`, none for 'plain'. */
export interface Coloured {
	readonly kind: 'plain' | 'comment' | 'keyword' | 'function' | 'constant';
	readonly text: string;
}

// The few kinds that the style knows, as src/markdown/highlight.ts has them, by a lexer light enough for the page.
const PATTERN =
	/(?<comment>\/\*.*?(?:\*\/|$)|\/\/.*$)|(?<keyword>\b(?:break|case|continue|do|else|for|goto|if|inline|return|static|struct|switch|unsigned|int|void|bool|while)\b)|(?<function>\b\w+(?=\())|(?<constant>\b(?:0x[0-9a-fA-F]+|\d+)\b)/g;

/**
 * Colours one line.
 *
 * @param inComment whether it begins within a comment.
 * @returns the stretches, which joined are the line, and whether the next line begins within a comment.
 */
export function colourLine(text: string, inComment: boolean): { stretches: Coloured[]; inComment: boolean } {
	if (inComment) {
		const end = text.indexOf('*/');
		if (end < 0) return { stretches: [{ kind: 'comment', text }], inComment: true };
		const rest = colourLine(text.slice(end + 2), false);
		return { ...rest, stretches: [{ kind: 'comment', text: text.slice(0, end + 2) }, ...rest.stretches] };
	}
	const stretches: Coloured[] = [];
	let at = 0;
	for (const match of text.matchAll(PATTERN)) {
		if (match.index > at) stretches.push({ kind: 'plain', text: text.slice(at, match.index) });
		const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? ['plain'];
		stretches.push({ kind: kind as Coloured['kind'], text: match[0] });
		at = match.index + match[0].length;
	}
	if (at < text.length) stretches.push({ kind: 'plain', text: text.slice(at) });
	const last = stretches.at(-1);
	return { stretches, inComment: last?.kind === 'comment' && last.text.startsWith('/*') && !last.text.endsWith('*/') };
}
