import { formatPatch, structuredPatch } from 'diff/lib/patch/create.js';
import { erasText } from '../../src/experiment/eras.ts';
import { landPatch } from '../../src/experiment/patch/land-patch.ts';
import { PatchError } from '../../src/experiment/patch/patch-error.ts';
import { content, filesOf, fixtureTexts, someRecipe } from './corpus.ts';
import type { Dice } from './dice.ts';
import { follow } from './follow.ts';
import { readHeaded, withHead } from './headed.ts';
import type { Kind } from './kind.ts';
import { mutate, repeated, withRepeated } from './mutate.ts';

/** What means something in a diff or a mail around one. */
const words = [
	...['@@ -1,3 +1,4 @@\n', '@@ -0,0 +1 @@\n', '@@', '@@ -999999999,999999999 +1 @@\n', '--- a/mm/filemap.c\n'],
	...[
		'+++ b/mm/filemap.c\n',
		'diff --git a/mm/memory.c b/mm/memory.c\n',
		'\n+',
		'\n-',
		'\n ',
		'\n> ',
		'\n> > ',
		'\n>>',
	],
	...[
		'-- \n',
		'\\ No newline at end of file\n',
		'From 0123456789 ',
		'{',
		'}',
		'(',
		')',
		'/*',
		'*/',
		'\t',
		'        ',
		'    ',
	],
	...['\n-\tif (flags & FAULT_FLAG_ALLOW_RETRY)', '\n+\tif (!(flags & FAULT_FLAG_TRIED)) {', 'x', '='],
];

/** Characters of repeated words, half as many again as may be. */
const LONG = 400_000;

const texts = [...fixtureTexts('patches'), ...Object.values(content.eras)];

/** A change of the model's C as somebody pastes it: a diff, a mail, or what is left of one. */
export const patchText: Kind = {
	name: 'patch',
	make(dice) {
		const recipe = someRecipe(dice);
		return withHead({ recipe, text: someText(dice, filesOf(recipe)) });
	},
	attempt(headed) {
		const { recipe, text } = readHeaded(headed);
		const files = Object.entries(filesOf(recipe)).map(([path, each]) => ({ path, text: each }));
		try {
			const { patch } = landPatch(text, files, erasText(recipe));
			return `landed, ${follow({ ...recipe, patch }, content)}`;
		} catch (error) {
			if (error instanceof PatchError) return 'refused';
			throw error;
		}
	},
};

function someText(dice: Dice, files: Readonly<Record<string, string>>): string {
	if (dice.oneIn(200)) return repeated(dice, words, LONG);
	const text = dice.oneIn(2) ? dice.one(texts) : mailed(someDiff(dice, files), dice);
	if (dice.oneIn(200)) return withRepeated(text, dice, words, LONG);
	return dice.oneIn(8) ? text : mutate(text, dice, texts, words);
}

/** A right diff of lines left out, doubled, exchanged and taken from elsewhere. */
function someDiff(dice: Dice, files: Readonly<Record<string, string>>): string {
	const path = dice.one(Object.keys(files));
	const before = files[path] as string;
	const lines = before.split('\n');
	const others = dice.one(Object.values(files)).split('\n');
	for (let left = dice.size(6); left > 0; left--) {
		const added = dice.oneIn(2) ? [dice.one(others)] : [];
		lines.splice(dice.below(lines.length), dice.below(3), ...added);
	}
	const patch = structuredPatch(`a/${path}`, `b/${path}`, before, lines.join('\n'), undefined, undefined, {
		context: dice.below(5),
	});
	return formatPatch(patch);
}

/** What becomes of a diff on its way. */
function mailed(diff: string, dice: Dice): string {
	let text = diff;
	if (dice.oneIn(4)) text = text.replaceAll('\t', dice.one(['        ', ' ', '']));
	if (dice.oneIn(4)) text = text.replace(/^/gm, dice.one(['> ', '>', '> > ', '    ', '>\u00a0']));
	if (dice.oneIn(6)) text = text.replaceAll('\n', '\r\n');
	if (dice.oneIn(6)) text = text.replace(/^(---|\+\+\+|Index).*\n/gm, '');
	if (dice.oneIn(6)) text = text.replace(/(.{60}\S*) /g, '$1\n');
	if (dice.oneIn(4)) text = `Hello,\n\nwhat of this?\n\n${text}\n-- \nSomebody\n`;
	return text;
}
