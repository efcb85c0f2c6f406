import type { Dice } from './dice.ts';

/** What no text needs, and programs stumble over: ends of lines, blanks that look alike, half characters, numbers at the edge. */
const anywhere = [
	'\0',
	'\r',
	'\r\n',
	'\n',
	'\t',
	' ',
	'\u00a0',
	'\u2028',
	'\ufeff',
	'\ud800',
	'\udc00',
	'e\u0301',
	'\u202e',
	'𝒳',
	'%',
	'%00',
	'%ff',
	'&',
	'=',
	'#',
	'<script>',
	'javascript:',
	'__proto__',
	'constructor',
	'toString',
	'-1',
	'0',
	'4294967296',
	'9007199254740993',
	'1e999',
	'NaN',
	'..',
	'/',
	'\\',
	'`',
	"'",
	'"',
] as const;

type Mutation = (text: string, dice: Dice, others: readonly string[], words: readonly string[]) => string;

const mutations: readonly Mutation[] = [
	flipBits,
	(text, dice) => replaced(text, dice.stretch(text, 1), String.fromCharCode(dice.below(2 ** (7 + dice.below(10))))),
	(text, dice, _, words) => replaced(text, at(text, dice), dice.one([...anywhere, ...words])),
	(text, dice) => replaced(text, dice.stretch(text, 200), ''),
	(text, dice) => text.slice(0, dice.below(text.length + 1)),
	(text, dice) => replaced(text, at(text, dice), stretchOf(text, dice, 400)),
	(text, dice, others) => replaced(text, dice.stretch(text, 400), stretchOf(dice.one(others), dice, 2000)),
	(text, dice, others) => text.slice(0, dice.below(text.length)) + dice.one(others).slice(dice.below(text.length)),
	(text, dice) =>
		text.replace(/\d+/g, (number) => (dice.oneIn(20) ? dice.one(['0', '1', '99999999999', '-7']) : number)),
	swapWords,
	shuffleLines,
	shuffleLines,
];

/**
 * A text with a few things wrong: characters, bytes, words, lines and stretches lost, doubled, exchanged, or taken from
 * other texts.
 *
 * @param words what is likely to matter where the text goes
 */
export function mutate(text: string, dice: Dice, others: readonly string[], words: readonly string[]): string {
	let mutated = text;
	for (let left = dice.size(5); left > 0; left--) mutated = dice.one(mutations)(mutated, dice, others, words);
	return mutated;
}

/** A few words over and over, up to a length: for whatever takes longer than the text is long. */
export function repeated(dice: Dice, words: readonly string[], lengthMax: number): string {
	const some = [...anywhere, ' ', ' ', '\t', '\n', ...words];
	const piece = Array.from({ length: dice.size(4) }, () => dice.one(some)).join('');
	return piece.repeat(Math.max(1, Math.floor(dice.size(lengthMax) / piece.length)));
}

/** A text with such repeated words in it somewhere. */
export function withRepeated(text: string, dice: Dice, words: readonly string[], lengthMax: number): string {
	return replaced(text, at(text, dice), repeated(dice, words, lengthMax));
}

/** As a file that is read as UTF-8 without being it. */
function flipBits(text: string, dice: Dice): string {
	const bytes = new TextEncoder().encode(text);
	for (let left = dice.size(4); left > 0 && bytes.length > 0; left--) {
		const place = dice.below(bytes.length);
		bytes[place] = (bytes[place] as number) ^ (1 << dice.below(8));
	}
	return new TextDecoder().decode(bytes);
}

function swapWords(text: string, dice: Dice): string {
	const words = text.match(/\w+/g) ?? [];
	if (words.length === 0) return text;
	const [one, other] = [dice.one(words), dice.one(words)];
	const wanted = dice.below(words.length);
	let seen = 0;
	return text.replace(/\w+/g, (word) => (seen++ === wanted || (word === one && dice.oneIn(3)) ? other : word));
}

function shuffleLines(text: string, dice: Dice): string {
	const lines = text.split('\n');
	const from = dice.below(lines.length);
	const taken = dice.oneIn(2) ? lines.splice(from, dice.size(5)) : lines.slice(from, from + dice.size(5));
	if (!dice.oneIn(3)) lines.splice(dice.below(lines.length + 1), 0, ...taken);
	return lines.join('\n');
}

function stretchOf(text: string, dice: Dice, lengthMax: number): string {
	const { from, to } = dice.stretch(text, lengthMax);
	return text.slice(from, to);
}

function at(text: string, dice: Dice) {
	const place = dice.below(text.length + 1);
	return { from: place, to: place };
}

function replaced(text: string, { from, to }: { readonly from: number; readonly to: number }, by: string): string {
	return text.slice(0, from) + by + text.slice(to);
}
