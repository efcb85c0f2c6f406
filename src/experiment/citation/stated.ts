import type { CitedLine } from './read-citations.ts';

/** What a citation says of itself. */
export interface Stated {
	/** Without white space. */
	readonly answer: string;
	/** 8 hexadecimal digits. */
	readonly modelDigest: string;
	readonly engineVersion: string;
	/** The edition's tag. */
	readonly revision: string;
	readonly address: string;
}

/** In their order; each stands last where its words stand, since a reader's own patch comes before them all. */
const labels = ['Answer:', 'Model:', 'Engine:', 'Again,', 'Link:'];

/**
 * What a citation's lines say, or null if a part is missing. Read with what looks like the rests of broken lines, or
 * without: they may be somebody's remarks.
 */
export function statedIn(lines: readonly CitedLine[], withRests: boolean): Stated | null {
	let rest = lines
		.filter(({ isShallow, isRest }) => !isShallow || (withRests && isRest))
		.map(({ squeezed }) => squeezed)
		.join('');
	const words: string[] = [];
	for (const label of labels.toReversed()) {
		const at = rest.lastIndexOf(label);
		if (at < 0) return null;
		words.unshift(rest.slice(at + label.length));
		rest = rest.slice(0, at);
	}
	const [told = '', model = '', engine = '', , address = ''] = words;
	const [answer] = told.split(/(?:Itcomesout|Assumed|Measured):/, 1);
	const modelDigest = /^([0-9a-f]{8})\(/.exec(model)?.[1];
	const [, engineVersion, revision] = /^([^()]+)\(([^()]+)\)$/.exec(engine) ?? [];
	if (answer === undefined || modelDigest === undefined || engineVersion === undefined || revision === undefined) {
		return null;
	}
	return { answer, modelDigest, engineVersion, revision, address };
}
