import type { Turn } from '../../experiment/turn.ts';

/** What a passage says or shows, choice by choice. */
export type ByChoice<Thing> = Readonly<Record<string, Thing>>;

/** Makes something for each choice. */
export function byChoice<Thing>({ choices }: Pick<Turn, 'choices'>, make: (choice: string) => Thing): ByChoice<Thing> {
	return Object.fromEntries(choices.map((choice) => [choice, make(choice)]));
}

/**
 * What belongs to a choice.
 *
 * @throws {Error} that lists the choices, if this is none of them.
 */
export function chosen<Thing>(things: ByChoice<Thing>, choice: string): Thing {
	if (Object.hasOwn(things, choice)) return things[choice] as Thing;
	throw new Error(`'${choice}' is no choice here; these are: ${Object.keys(things).join(', ')}.`);
}
