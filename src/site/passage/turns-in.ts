import { experimentNamed } from './experiment.ts';

/** Every switch of a text. An author writes `<Switch in="NAME"`, on one line or two. */
const SWITCH = /<Switch\s+in="([^"]+)"/g;

/** What the readers of a chapter's text can turn: each key and choice once, as they stand in the addresses of its variants. */
export function turnsIn(text: string): { key: string; choice: string }[] {
	const found = new Map<string, { key: string; choice: string }>();
	for (const [, name = ''] of text.matchAll(SWITCH)) {
		const { key, choices } = experimentNamed(name).turn;
		for (const choice of choices) found.set(`${key} ${choice}`, { key, choice });
	}
	return [...found.values()];
}
