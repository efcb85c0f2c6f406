import type { ElementContent, Root, RootContent } from 'hast';
import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import { placeOf } from './place-of.ts';
import { typedNumbers } from './typed-numbers.ts';

type Node = RootContent | ElementContent;

/** Where numbers may stand: code is no prose, and a source's figures are its own. */
const exempt = ['code', 'pre', 'Sourced'];

/** Attributes that the reader does not see as words. */
const conditions = ['that'];

/**
 * Refuses figures that somebody typed: a number with a unit in the text, or in words that are a component's attributes.
 *
 * @throws {Error} naming file and line, the number, and what to write instead.
 */
export const typedNumbersLint: HastPluginEntry = () =>
	defineHastPlugin({
		name: 'typed-numbers-lint',
		options: { position: true },
		before(root: Readonly<Root>, { fileURL }) {
			for (const [text, line] of root.children.flatMap((node) => textsIn(node))) {
				const [found] = typedNumbers(text);
				if (found === undefined) continue;
				const place = placeOf(fileURL, line === undefined ? undefined : line + found.line);
				throw new Error(
					`${place}: found the typed number '${found.text}', expected a computed one: write <Value>, <Measured> or <Setting>, or, for a source's figure, <Sourced of="KEY">${found.text}</Sourced>.`,
				);
			}
		},
	});

/** Each text that is prose, with the line on which it begins. */
function textsIn(node: Node): [text: string, line: number | undefined][] {
	const line = node.position?.start.line;
	if (node.type === 'text') return [[node.value, line]];
	const name = node.type === 'element' ? node.tagName : 'name' in node ? node.name : null;
	if (name !== null && exempt.includes(name)) return [];
	const inside = 'children' in node ? node.children.flatMap((child) => textsIn(child as Node)) : [];
	if (!('attributes' in node)) return inside;
	const words = node.attributes.flatMap((each): [string, number | undefined][] => {
		if (each.type !== 'mdxJsxAttribute' || conditions.includes(each.name)) return [];
		return [[typeof each.value === 'string' ? each.value : (each.value?.value ?? ''), line]];
	});
	return [...words, ...inside];
}
