import type { ElementContent } from 'hast';

/** A component of the text, in a line of its own or within a paragraph. */
export type JsxElement = Extract<ElementContent, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>;

/** Returns a component's attribute, if it is a plain text; else the empty text. */
export function attribute(node: Readonly<JsxElement>, name: string): string {
	const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
	return typeof found?.value === 'string' ? found.value : '';
}

/** Makes a component, as an author would write it. */
export function jsx(
	type: JsxElement['type'],
	name: string,
	properties: Record<string, string | number>,
	children: ElementContent[] = [],
): JsxElement {
	const attributes = Object.entries(properties).map(([key, value]) => ({
		type: 'mdxJsxAttribute' as const,
		name: key,
		value: String(value),
	}));
	return { type, name, attributes, children } as JsxElement;
}
