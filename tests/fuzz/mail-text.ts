import { check } from '../../src/experiment/check.ts';
import type { CitedEngine } from '../../src/experiment/citation/findings.ts';
import { readCitations } from '../../src/experiment/citation/read-citations.ts';
import { verifyCitation } from '../../src/experiment/citation/verify-citation.ts';
import { canonicalText, type Recipe } from '../../src/experiment/recipe.ts';
import { run } from '../../src/experiment/run.ts';
import { content, fixtureTexts, goldenLinks } from './corpus.ts';
import type { Dice } from './dice.ts';
import type { Kind } from './kind.ts';
import { linkText } from './link-text.ts';
import { mutate, repeated, withRepeated } from './mutate.ts';

const BEGIN = '[Polite or Certain: begin citation]';
const END = '[Polite or Certain: end citation]';

/** What means something in a mail with a citation. */
const words = [
	...[
		BEGIN,
		END,
		'\n',
		'\n> ',
		'\n>> ',
		'> ',
		'=\n',
		'=3D',
		'=20',
		'=E2=80=94',
		'Answer: ',
		'Model: ',
		'Engine: ',
		'Again, ',
	],
	...[
		'Link: ',
		'From a@example.org',
		'HOLDS',
		'VIOLATED',
		'(',
		')',
		'\u2019',
		'\u2026',
		'\u200b',
		'Content-Transfer-Encoding: ',
	],
];

/** Characters of repeated words: an mbox may be long. */
const LONG = 500_000;

const texts = fixtureTexts('citations').flatMap((text) => [text, ...text.split(/^(?=From )/m)]);
const links = goldenLinks();

/** Enough for most of the fixtures' own, and for others to end at a limit. */
const STATES = 300;

/** As the command line's, but for short: what is attacked here reads the mail. */
const engine: CitedEngine = {
	check: (recipe, { fairness, statesMax }) =>
		once(`${fairness} ${canonicalText(recipe)}`, () =>
			check(recipe, content, { fairness, limits: { states: Math.min(statesMax, STATES) } }),
		),
	run: (recipe) => once(canonicalText(recipe), () => run(inShort(recipe), content)),
};

function inShort(recipe: Recipe): Recipe {
	return {
		...recipe,
		seeds: Math.min(recipe.seeds, 2),
		'duration-ms': 1,
		'step-ns': Math.max(recipe['step-ns'], 500),
	};
}

/** Answers that are kept: most mails ask for the same. */
const ANSWERS = 50;
const answers = new Map<string, unknown>();

function once<Answer>(name: string, make: () => Answer): Answer {
	if (answers.size > ANSWERS) answers.clear();
	if (!answers.has(name)) answers.set(name, make());
	return answers.get(name) as Answer;
}

/** A mail, or many in a file, with citations or what is left of them. */
export const mailText: Kind = {
	name: 'mail',
	make(dice) {
		if (dice.oneIn(200)) return repeated(dice, words, LONG);
		const text = dice.oneIn(2) ? dice.one(texts) : someMail(dice);
		if (dice.oneIn(200)) return withRepeated(text, dice, words, LONG);
		return dice.oneIn(8) ? text : mutate(text, dice, texts, words);
	},
	async attempt(text) {
		const told: string[] = [];
		// A mail with many is asked for each; a few show as much.
		for (const citation of readCitations(text).slice(0, 4)) {
			const { outcome, reasons } = await verifyCitation(citation, content, engine, 'v0.1.0');
			if (outcome !== 'CONFIRMED' && reasons.length === 0) throw new Error(`${outcome}, and nothing said why`);
			told.push(outcome);
		}
		return told.length === 0 ? 'no citation' : [...new Set(told)].sort().join(', ');
	},
};

/** A citation with all its labels around any link. */
function someMail(dice: Dice): string {
	const quoting = dice.one(['', '', '> ', '> > ', '>']);
	const link = dice.oneIn(2) ? dice.one(links) : linkText.make(dice);
	const digest = /m=([0-9a-f]{8})/.exec(link)?.[1] ?? '00000000';
	const lines = [
		BEGIN,
		...(dice.oneIn(3)
			? [`  1 victim takes mmap_sem for reading      do_user_addr_fault fault.c:${dice.size(300)}`]
			: []),
		`Answer: ${dice.one(['victim-completes VIOLATED, for victim', 'run 0123456789abcdef', 'no-deadlock HOLDS', ''])}`,
		`Model: ${digest} (policy rfc, page lock fifo, mmap_sem queue)`,
		`Engine: ${dice.one(['1', '2', '99'])} (v0.1.0)`,
		'Again, in a clone at v0.1.0:',
		`Link: ${link}`,
		...(dice.oneIn(9) ? [] : [END]),
	];
	return `From: A <a@example.org>\n\n${lines.map((line) => `${quoting}${line}\n`).join('')}\n-- \nA\n`;
}
