import type { Place } from '../c/source.ts';

/** A fault in the model's C that shows only when it runs: with the place, and what to do about it. */
export class ModelError extends Error {
	readonly place: Place | null;

	constructor(message: string, place: Place | null) {
		super(place === null ? message : `${place.file}:${place.line}: ${message}`);
		this.name = 'ModelError';
		this.place = place;
	}
}
