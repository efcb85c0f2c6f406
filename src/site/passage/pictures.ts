import type { ListingPart } from '../listing/listing.ts';
import type { ByChoice } from './by-choice.ts';
import type { Scene } from './scene.ts';

/** What a figure shows under each choice: too much to travel with the page, which shows but one. */
export interface Pictures {
	readonly scenes: ByChoice<Scene>;
	/** Null for a figure without a listing. */
	readonly listings: ByChoice<readonly ListingPart[]> | null;
}
