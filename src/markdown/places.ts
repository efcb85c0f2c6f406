import { defineHastPlugin, type HastPluginEntry, type HastVisitorContext } from 'satteri';
import type { JsxElement } from './jsx.ts';
import { placeOf } from './place-of.ts';

/** Components that stop the build when the engine says otherwise or a name is unknown, and then say where they stand. */
const guards = ['Claim', 'Says', 'Term'];

/** Tells each guard its place: `<Says that="…">` becomes `<Says that="…" place="content/chapters/04-unlucky.mdx:57">`. */
export const places: HastPluginEntry = () => {
	const visit = (node: Readonly<JsxElement>, context: HastVisitorContext) => {
		context.setProperty(node, 'place', placeOf(context.fileURL, node.position?.start.line));
	};
	return defineHastPlugin({
		name: 'places',
		options: { position: true },
		mdxJsxFlowElement: { filter: guards, visit },
		mdxJsxTextElement: { filter: guards, visit },
	});
};
