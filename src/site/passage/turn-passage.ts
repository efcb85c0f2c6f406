import { batch, type Signal } from '@preact/signals';
import type { Pictures } from './figure-data.ts';
import type { Passage } from './passage.ts';

/** The pictures under way, by address. */
const underWay = new Map<string, Promise<void>>();

/** Fetches what is missing of a passage's pictures. Throws Error if some cannot be had; it may be asked again. */
export async function fetchPictures({ pictures }: Passage): Promise<void> {
	await Promise.all([...pictures].map(([address, place]) => place.value ?? fetchOnce(address, place)));
}

function fetchOnce(address: string, place: Signal<Pictures | null>): Promise<void> {
	const known = underWay.get(address);
	if (known !== undefined) return known;
	const made = fetchInto(address, place).finally(() => underWay.delete(address));
	underWay.set(address, made);
	return made;
}

async function fetchInto(address: string, place: Signal<Pictures | null>): Promise<void> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address} answered ${response.status}`);
	place.value = (await response.json()) as Pictures;
}

/**
 * Turns a passage, all of it at one time: at once if its pictures are there, else when they have come, unless the reader
 * turned it further meanwhile. Without them it stays as it was, and says why.
 *
 * @param told is called when it has been turned, or with a sentence on why it was not.
 */
export function turnPassage(here: Passage, choice: string, told: (problem: string | null) => void): void {
	const turn = () => {
		if (here.wanted !== choice) return;
		batch(() => {
			here.choice.value = choice;
			here.problem.value = null;
		});
		told(null);
	};
	const stay = ({ message }: Error) => {
		if (here.wanted !== choice) return;
		here.wanted = here.choice.value;
		const problem = `The pictures for ${choice} could not be loaded (${message}); turn to it again, or reload the page.`;
		here.problem.value = problem;
		told(problem);
	};
	here.wanted = choice;
	const isHere = [...here.pictures.values()].every(({ value }) => value !== null);
	// At once, since even a promise that is kept would let a frame pass.
	if (isHere) turn();
	else fetchPictures(here).then(turn, stay);
}
