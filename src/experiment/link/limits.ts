import { PATCH_LIMITS } from '../patch/limits.ts';

/** Bounds on a link, so that none can hang or exhaust who opens it. */
export const LINK_LIMITS = {
	/** Characters of a link: as many as a patch can need that cannot be made smaller, and its keys. */
	characters: 400_000,
	/** Bytes of a patch when it is unpacked. */
	patchBytes: PATCH_LIMITS.characters,
	/** Keys of a link: no recipe has so many, twice over. */
	keys: 200,
} as const;
