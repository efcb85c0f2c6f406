import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import { requireSource, sourceKeys } from '../sources/source-keys.ts';
import { attribute, jsx } from './jsx.ts';
import { placeOf } from './place-of.ts';

/**
 * Marks words as a source's, figures and all: `<Sourced of="key">15,000 a second</Sourced>` becomes these words, with the
 * source's reference behind them. `notes` does the rest, and `typedNumbersLint` has left the words alone.
 *
 * @throws {Error} naming file and line, if the source is unknown or the words are no part of a paragraph.
 */
export const sourced: HastPluginEntry = () =>
	defineHastPlugin({
		name: 'sourced',
		options: { position: true },
		mdxJsxFlowElement: {
			filter: ['Sourced'],
			visit(node, { fileURL }) {
				const place = placeOf(fileURL, node.position?.start.line);
				throw new Error(`${place}: <Sourced> stands alone; put it inside its paragraph.`);
			},
		},
		mdxJsxTextElement: {
			filter: ['Sourced'],
			visit(node, context) {
				const key = attribute(node, 'of');
				requireSource(key, sourceKeys(), placeOf(context.fileURL, node.position?.start.line));
				const words = { type: 'element' as const, tagName: 'span', properties: { className: ['sourced'] } };
				context.replaceNode(node, [
					{ ...words, children: [...node.children] },
					jsx('mdxJsxTextElement', 'Source', { of: key }),
				]);
			},
		},
	});
