import type { Element, ElementContent, Root, RootContent } from 'hast';
import { defineHastPlugin, type HastPluginEntry, type HastVisitorContext } from 'satteri';
import { requireSource, sourceKeys } from '../sources/source-keys.ts';
import { attribute, type JsxElement, jsx } from './jsx.ts';
import { placeOf } from './place-of.ts';

type Reference = JsxElement & { name: 'Source' | 'SideNote' };
type Block = RootContent | ElementContent;

/**
 * Numbers the sources and side notes of a page, and puts each note after the block in which it is referred to:
 *
 *     <p>… <Source of="key" /> …</p>
 *
 * becomes `div.noted` with the paragraph, where the reference has its number, and `div.notes` with a `SourceNote` of
 * the same number. A source that is cited again keeps its number and is not noted again.
 *
 * @throws {Error} naming file and line, if a source is unknown or a note stands outside any paragraph.
 */
export const notes: HastPluginEntry = () => {
	const numbers = new Map<string, number>();
	let count = 0;

	/** Replaces one reference by its numbered form, and returns the notes that go with it, if they are new ones. */
	function refer(node: Reference, context: HastVisitorContext): ElementContent[] {
		closeUp(node, context);
		if (node.name === 'Source') {
			const { reference, note } = cite(node, context);
			context.replaceNode(node, reference);
			return note;
		}
		count += 1;
		const number = count;
		context.replaceNode(node, jsx('mdxJsxTextElement', 'NoteReference', { number }));
		const cited: ElementContent[] = [];
		const words = node.children.map((child) => {
			if (!isReference(child) || child.name !== 'Source') return child;
			const { reference, note } = cite(child, context);
			cited.push(...note);
			return reference;
		});
		return [jsx('mdxJsxFlowElement', 'SideNote', { number }, words), ...cited];
	}

	/** A source's number, and its note where it is cited for the first time. */
	function cite(node: Reference, context: HastVisitorContext): { reference: JsxElement; note: JsxElement[] } {
		const key = attribute(node, 'of');
		requireSource(key, sourceKeys(), placeOf(context.fileURL, node.position?.start.line));
		const source = { of: key, ...(attribute(node, 'file') ? { file: attribute(node, 'file') } : {}) };
		const identity = JSON.stringify(source);
		const known = numbers.get(identity);
		const number = known ?? ++count;
		numbers.set(identity, number);
		const again = known === undefined ? {} : { again: 'again' };
		return {
			reference: jsx('mdxJsxTextElement', 'NoteReference', { number, ...again }),
			note: known === undefined ? [jsx('mdxJsxFlowElement', 'SourceNote', { number, ...source })] : [],
		};
	}

	/** Notes belong to whole blocks, such as a list; only other components' insides are gone into. */
	function annotate(blocks: readonly Block[], context: HastVisitorContext): void {
		for (const block of blocks) {
			if (isReference(block)) {
				const place = placeOf(context.fileURL, block.position?.start.line);
				throw new Error(`${place}: <${block.name}> stands alone; put it inside its paragraph.`);
			}
			if (block.type === 'mdxJsxFlowElement') annotate(block.children, context);
			if (block.type !== 'element') continue;
			const references = referencesIn(block);
			const found = references.flatMap((node) => refer(node, context));
			if (found.length > 0) context.wrapNode(block, notedBlock(found));
		}
	}

	return defineHastPlugin({
		name: 'notes',
		options: { position: true },
		before(root: Readonly<Root>, context) {
			annotate(root.children, context);
		},
	});
};

/** Authors may leave a space before a reference; the reader is to see its number close to the word. */
function closeUp(node: Reference, context: HastVisitorContext): void {
	const before = context.parent(node)?.children[(context.indexOf(node) ?? 0) - 1];
	if (before?.type !== 'text' || !/\s$/.test(before.value)) return;
	context.replaceNode(before, { type: 'text', value: before.value.trimEnd() });
}

/** The wrapper of a block; the block itself becomes its first child. No landmarks: a page has dozens of them. */
function notedBlock(found: ElementContent[]): Element {
	const container: Element = { type: 'element', tagName: 'div', properties: { className: ['notes'] }, children: found };
	return { type: 'element', tagName: 'div', properties: { className: ['noted'] }, children: [container] };
}

function isReference(node: Block): node is Reference {
	return 'name' in node && (node.name === 'Source' || node.name === 'SideNote');
}

function referencesIn(node: Block): Reference[] {
	if (isReference(node)) return [node];
	return 'children' in node ? node.children.flatMap((child) => referencesIn(child as Block)) : [];
}
