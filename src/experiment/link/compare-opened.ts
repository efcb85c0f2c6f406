import type { LinkPromise } from './promise-of.ts';

/** What became of a link's promise. */
export interface Comparison {
	/** 'other model': the same answer, by another model than the link's. 'nothing promised': the link holds no answer. */
	readonly kind: 'same' | 'other model' | 'different' | 'nothing promised';
	/** In a sentence or two, for the reader. */
	readonly words: string;
}

/**
 * Compares what a link promised with what was found when it was opened.
 *
 * @param found `promiseOf` the link's question and the result
 */
export function compareOpened(promised: LinkPromise, found: LinkPromise): Comparison {
	const isSameModel = promised.modelDigest === found.modelDigest;
	const models = `the link was made on model ${promised.modelDigest}, this is model ${found.modelDigest}`;
	if (promised.answer === null) {
		const words = 'The link promises no answer';
		return { kind: 'nothing promised', words: isSameModel ? `${words}.` : `${words}; ${models}.` };
	}
	if (promised.answer === found.answer) {
		const words = `As the link promised: ${found.answer}`;
		if (isSameModel) return { kind: 'same', words: `${words}, on the same model.` };
		return { kind: 'other model', words: `${words}; but ${models}.` };
	}
	const both = `The link promised ${promised.answer}; found is ${found.answer ?? 'nothing'}`;
	const why = isSameModel
		? 'The model is the same, so the link was changed, or comes from another engine'
		: `The model is not the same: ${models}`;
	return { kind: 'different', words: `${both}. ${why}.` };
}
