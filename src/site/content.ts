import type { Content } from '../experiment/content.ts';

type Texts = Record<string, string>;

const model = import.meta.glob<string>('../../content/model/**/*.{c,h}', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const eras = import.meta.glob<string>('../../content/eras/**/*.diff', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const experiments = import.meta.glob<string>('../../content/experiments/*.json', {
	query: '?raw',
	import: 'default',
	eager: true,
});

/** The model, the eras and the experiments, as this site shows them; the same texts at build time and in the browser. */
export const siteContent: Content = {
	model: named(model, /^.*\/content\/model\//),
	eras: named(eras, /^.*\/content\/eras\/|\.diff$/g),
	experiments: named(experiments, /^.*\/|\.json$/g),
};

/** Files by the names that the engine knows them by: their paths without what `outside` matches. */
function named(files: Texts, outside: RegExp): Texts {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace(outside, ''), text]));
}
