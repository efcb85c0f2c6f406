/** Bounds on model C, so that a pasted text can neither hang nor exhaust the page. */
export const LIMITS = {
	/** Characters of all files together. */
	textCharacters: 256 * 1024,
	/** Blocks, statements and parentheses inside one another; also `#define`s that lead to one another. */
	nestingDepth: 200,
	/** Operators of one expression: a long chain makes as deep a tree as parentheses do. */
	expressionOperators: 1000,
	/** Diagnostics told; the last one says that there are more. */
	diagnostics: 50,
	/** Characters of a message: what it quotes from the text may be longer. */
	messageCharacters: 400,
	/** Parameters and locals of one function. */
	functionLocals: 256,
	/** Instructions of one function. */
	functionInstructions: 8192,
	/** Longer names get no "did you mean": comparing them costs more than it helps. */
	suggestedNameCharacters: 64,
} as const;
