/** Bounds on a pasted patch, so that none can hang the page or fill a link. */
export const PATCH_LIMITS = {
	/** Characters of the pasted text. */
	characters: 256 * 1024,
	/** Hunks, those that are ignored, too. */
	hunks: 1000,
	/** Lines of all hunks together. */
	hunkLines: 5000,
	/** Characters of a line that an error quotes, or that are compared to find the nearest. */
	quotedCharacters: 160,
} as const;
