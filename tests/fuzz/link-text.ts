import { deflateRawSync } from 'node:zlib';
import { keys } from '../../src/experiment/keys.ts';
import { decodeLink } from '../../src/experiment/link/decode-link.ts';
import { encodeLink } from '../../src/experiment/link/encode-link.ts';
import { content, goldenLinks } from './corpus.ts';
import type { Dice } from './dice.ts';
import { readHeaded } from './headed.ts';
import type { Kind } from './kind.ts';
import { mutate, repeated, withRepeated } from './mutate.ts';
import { nameOfError } from './named-errors.ts';
import { patchText } from './patch-text.ts';

/** What means something in a link. */
const words = [
	...[
		'x/',
		'lab/',
		'#',
		'?',
		'&',
		'=',
		'%2',
		'%3D',
		'%26',
		'<',
		'>',
		'v=1',
		'v=2',
		'of=victim',
		'of=run',
		'fairness=strong',
	],
	...[
		'max-states=',
		'base.',
		'm=00000000',
		'd=V',
		'd=00000000',
		'patch=',
		'x/unlucky',
		'https://example.org/',
		'.',
		'_',
		'-',
	],
	...keys.map(({ name }) => `${name}=`),
];
const texts = goldenLinks();

/** Characters of repeated words: more than a link may have. */
const LONG = 500_000;

/** A link to an experiment or to the laboratory. */
export const linkText: Kind = {
	name: 'link',
	make(dice) {
		if (dice.oneIn(200)) return repeated(dice, words, LONG);
		const text = dice.oneIn(3) ? dice.one(texts) : someLink(dice);
		if (dice.oneIn(200)) return withRepeated(text, dice, words, LONG);
		return dice.oneIn(5) ? text : mutate(text, dice, texts, words);
	},
	async attempt(text) {
		try {
			const link = await decodeLink(text, content);
			const again = await decodeLink(await encodeLink(link, link.promise, content), content);
			if (JSON.stringify(again) !== JSON.stringify(link))
				throw new Error('written anew, the link means something else');
			return 'opened';
		} catch (error) {
			return nameOfError(error);
		}
	},
};

function someLink(dice: Dice): string {
	const place = dice.oneIn(2) ? 'lab/' : `x/${dice.one(Object.keys(content.experiments))}/`;
	const pairs = ['v=1', 'm=fc81341e', ...Array.from({ length: dice.size(6) }, () => somePair(dice))];
	const host = dice.oneIn(3) ? dice.one(['https://example.org/', '../', '/sub/path/', '<']) : '';
	return `${host}${place}#${pairs.join('&')}`;
}

function somePair(dice: Dice): string {
	const name = dice.one(['patch', 'of', 'fairness', 'max-states', 'd', ...keys.map((key) => key.name)]);
	const prefix = dice.oneIn(5) ? 'base.' : '';
	return `${prefix}${name}=${name === 'patch' ? packed(dice) : someValue(dice)}`;
}

function someValue(dice: Dice): string {
	const known = ['rfc', 'v5.9', 'fifo', 'handoff', 'victim', 'no-deadlock', 'strong', 'none', 'V', 'exponential:5000'];
	return dice.oneIn(2) ? dice.one(known) : String(dice.below(dice.oneIn(3) ? 2 ** 32 : 5));
}

/** A patch as a link carries one: packed, packed wrongly, or small and huge when unpacked. */
function packed(dice: Dice): string {
	const { text } = readHeaded(patchText.make(dice));
	const bytes = dice.oneIn(50) ? new Uint8Array(dice.size(50_000_000)) : new TextEncoder().encode(text);
	const base64 = deflateRawSync(bytes).toString('base64url');
	return dice.oneIn(6) ? mutate(base64, dice, texts, words) : base64;
}
