import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { citedEngine } from '../../cli/cited-engine.ts';
import { readContent } from '../../cli/content.ts';
import { encodeLink } from '../link/encode-link.ts';
import { askFor, type Question } from '../link/question.ts';
import { usualBase } from '../link/subject.ts';
import { namedExperiments } from '../named-experiments.ts';
import { emptyRecipe, type Recipe } from '../recipe.ts';
import { citationOf } from './citation-of.ts';
import { findingsOf, promiseOfFindings } from './findings.ts';
import { readCitations } from './read-citations.ts';
import { type Outcome, verifyCitation } from './verify-citation.ts';

const content = readContent();
const engine = citedEngine(content);
const few = { ...emptyRecipe, victims: 1, lockers: 1, 'duration-ms': 5 };
const unlucky = namedExperiments(content).find(({ name }) => name === 'unlucky') ?? null;

/** Citations to be sent; each has a first step or figure that can be changed. */
let texts: readonly string[] = [];

beforeAll(async () => {
	const asked: readonly (readonly [typeof unlucky, Partial<Recipe>, Question])[] = [
		[null, { policy: 'rfc' }, askFor('victim-completes')],
		[null, { inverters: 1 }, askFor('no-deadlock')],
		[null, {}, askFor('victim-completes')],
		[unlucky, { policy: 'rfc', 'duration-ms': 5, seeds: 2 }, { kind: 'run' }],
		[null, { writers: 1 }, { kind: 'run' }],
	];
	texts = await Promise.all(
		asked.map(async ([experiment, changes, question]) => {
			const recipe = { ...(experiment?.recipe ?? few), ...changes };
			const subject = { experiment, recipe, base: usualBase({ experiment, recipe }), question };
			const findings = findingsOf(subject, engine);
			const link = await encodeLink(subject, promiseOfFindings(subject, findings), content);
			const address = `https://example.org/polite-or-certain/${link}`;
			return citationOf(subject, findings, { revision: 'v0.1.0', address }, content);
		}),
	);
});

/** What somebody may do to a citation by hand. */
const damages: Readonly<Record<string, { readonly outcome: Outcome; readonly apply: (text: string) => string }>> = {
	none: { outcome: 'CONFIRMED', apply: (text) => text },
	'another answer': {
		outcome: 'REFUTED',
		apply: (text) =>
			text.replace(/^Answer: .*$/m, (line) => {
				return line.includes('VIOLATED') ? line.replace('VIOLATED', 'HOLDS') : line.replace(/HOLDS|run ./, 'VIOLATED');
			}),
	},
	'a figure': {
		outcome: 'REFUTED',
		apply: (text) => text.replace(/\d(?= states| faults| ms of| us)/, (digit) => String(9 - Number(digit))),
	},
	'a line left out': {
		outcome: 'REFUTED',
		apply: (text) => text.replace(/^(Scenario|Engine|Measured)?.*\n(?=Model: )/m, ''),
	},
	'no end': { outcome: 'UNREADABLE', apply: (text) => text.replace(/\[.*end.*\n/, '') },
	'no link': { outcome: 'UNREADABLE', apply: (text) => text.replace(/^Link: .*\n/m, '') },
	'a cut link': { outcome: 'UNREADABLE', apply: (text) => text.replace(/m=[0-9a-f]{5}.*/, '') },
	'another engine': { outcome: 'CHANGED', apply: (text) => text.replace(/^Engine: 1/m, 'Engine: 99') },
};

interface Mail {
	readonly parts: readonly { readonly text: number; readonly damage: string }[];
	readonly depth: number;
	/** A remark of whoever answers, behind every so many quoted lines; 0 for none. */
	readonly remarkEvery: number;
	readonly wrap: 'no' | 'with quoting' | 'without quoting' | 'anywhere';
	readonly typographic: boolean;
	readonly stripped: boolean;
	readonly quotedPrintable: boolean;
	readonly lineEnd: '\n' | '\r\n';
}

const mails: fc.Arbitrary<Mail> = fc.record({
	parts: fc.array(
		fc.record({ text: fc.nat({ max: 4 }), damage: fc.constantFrom(...Object.keys(damages), 'none', 'none', 'none') }),
		{
			minLength: 1,
			maxLength: 3,
		},
	),
	depth: fc.nat({ max: 3 }),
	remarkEvery: fc.constantFrom(0, 0, 7),
	wrap: fc.constantFrom('no', 'with quoting', 'without quoting', 'anywhere'),
	typographic: fc.boolean(),
	stripped: fc.boolean(),
	quotedPrintable: fc.boolean(),
	lineEnd: fc.constantFrom('\n', '\r\n'),
});

const around = 'Hello,\n\nthis is what I was told > 2 days ago; a = b.\nNo-one knows "why".\n';

function mailText(mail: Mail): string {
	const bodies = mail.parts.map(({ text, damage }) => (damages[damage]?.apply ?? String)(texts[text] ?? ''));
	const quoted = [around, ...bodies.flatMap((body) => [body, around])].map((body) => sent(body, mail)).join('\n');
	const lines = mail.quotedPrintable ? encoded(quoted) : quoted;
	const head = `From x@example.org Mon Nov 23 09:00:00 2026\nSubject: Re: [PATCH RFC 03/24]${mail.quotedPrintable ? '\nContent-Transfer-Encoding: quoted-printable' : ''}\n\n`;
	return (head + lines).replaceAll('\n', mail.lineEnd);
}

function sent(body: string, { depth, remarkEvery, wrap, typographic, stripped }: Mail): string {
	const styled = typographic ? body.replaceAll(/"(.*?)"/g, '“$1”') : body;
	const prefix = '> '.repeat(depth);
	return styled
		.split('\n')
		.flatMap((line, index) => {
			const pieces = wrapped(prefix + (stripped ? line.trimEnd() : line), prefix, wrap);
			const isRemark = depth > 0 && remarkEvery > 0 && index % remarkEvery === remarkEvery - 1;
			return isRemark ? [...pieces, '', 'I doubt this one.', ''] : pieces;
		})
		.join('\n');
}

/** As mailers break lines at 76 columns: between words, or also within a word that is longer. */
function wrapped(line: string, prefix: string, how: Mail['wrap']): string[] {
	if (how === 'no' || line.length <= 76) return [line];
	const blank = line.lastIndexOf(' ', 76);
	const at = blank > prefix.length + 8 ? blank : how === 'anywhere' ? 76 : -1;
	if (at < 0) return [line];
	const rest = line.slice(at).replace(/^ /, '');
	return [line.slice(0, at), ...wrapped(how === 'with quoting' ? prefix + rest : rest, prefix, how)];
}

function encoded(text: string): string {
	const escaped = text.replace(/[=\u0080-\uffff]/g, (character) =>
		[...new TextEncoder().encode(character)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
	);
	return escaped
		.split('\n')
		.map((line) => (line.match(/(?:=[0-9A-F]{2}|[^=]){1,70}/g) ?? []).join('=\n'))
		.join('\n');
}

test('a hundred mails come out as what was done to them', async () => {
	let sentOnes = 0;
	await fc.assert(
		fc.asyncProperty(mails, async (mail) => {
			const text = mailText(mail);
			const found: Outcome[] = [];
			for (const citation of readCitations(text)) {
				found.push((await verifyCitation(citation, content, engine, 'v0.1.0')).outcome);
			}
			expect(found, text).toEqual(mail.parts.map(({ damage }) => damages[damage]?.outcome));
			sentOnes++;
		}),
		{ numRuns: 100, seed: 20190122 },
	);
	expect(sentOnes).toBe(100);
});
