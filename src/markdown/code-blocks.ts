import type { Element } from 'hast';
import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import { highlightLines, type Language, type Token } from './highlight.ts';
import { placeOf } from './place-of.ts';

/** What may stand behind the three backquotes, and how it is coloured; null is not at all. */
const languages: Record<string, Language | null> = { c: 'c', diff: 'diff', console: null, text: null };

/**
 * Gives each code block its colours by classes, and each of its lines an id: block-2-line-7 is the seventh line of
 * the second block of its page.
 */
export const codeBlocks: HastPluginEntry = () => {
	let blockNumber = 0;
	return defineHastPlugin({
		name: 'code-blocks',
		options: { position: true },
		element: {
			filter: ['pre'],
			async visit(node, context) {
				const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code');
				if (code?.type !== 'element') return;
				blockNumber += 1;
				const id = `block-${blockNumber}`;
				const language = languageOf(code, context.fileURL, node.position?.start.line);
				const text = context.textContent(code);
				return codeBlock(id, language, await linesOf(text, language));
			},
		},
	});
};

function languageOf(code: Element, fileUrl: URL | undefined, line?: number): string {
	const names = Array.isArray(code.properties.className) ? code.properties.className : [];
	const language = names.map(String).find((name) => name.startsWith('language-'));
	const name = language?.slice('language-'.length) ?? 'text';
	if (Object.hasOwn(languages, name)) return name;
	const known = Object.keys(languages).join(', ');
	throw new Error(`${placeOf(fileUrl, line)}: a code block is in '${name}'; the languages are ${known}.`);
}

async function linesOf(text: string, language: string): Promise<Token[][]> {
	const grammar = languages[language];
	if (grammar) return highlightLines(text, grammar);
	return text
		.replace(/\n$/, '')
		.split('\n')
		.map((line) => [{ kind: 'plain', text: line }]);
}

function codeBlock(id: string, language: string, lines: Token[][]): Element {
	const children = lines.map(
		(line, index): Element => ({
			type: 'element',
			tagName: 'span',
			properties: { className: ['line'], id: `${id}-line-${index + 1}` },
			// The newline belongs to the line, so that copying and text browsers keep the lines apart.
			children: [...line.map(tokenElement), { type: 'text', value: '\n' }],
		}),
	);
	return {
		type: 'element',
		tagName: 'pre',
		// What scrolls sideways must be reachable by keyboard.
		properties: { className: ['code', `language-${language}`], tabIndex: 0 },
		children: [{ type: 'element', tagName: 'code', properties: {}, children }],
	};
}

function tokenElement({ kind, text }: Token): Element['children'][number] {
	const value = { type: 'text' as const, value: text };
	if (kind === 'plain') return value;
	return { type: 'element', tagName: 'span', properties: { className: [`token-${kind}`] }, children: [value] };
}
