import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

const sentence = (what: string) =>
	z.string({ error: `${what} is missing; write it as text.` }).min(1, { error: `${what} is empty; write it out.` });

/** One step of the argument each. The file is NN-slug.mdx: its order and its address. */
const chapters = defineCollection({
	loader: glob({ base: './content/chapters', pattern: '**/*.mdx' }),
	schema: z.strictObject({
		number: z.int({ error: 'number is the place in the argument: a whole number from 1.' }).min(1),
		title: sentence('title'),
		question: sentence('question, which the chapter answers,'),
		description: sentence('description, one sentence for search engines and lists,'),
	}),
});

/** What every source tells. What nobody has seen is left out, never guessed. */
const source = {
	author: sentence('author').optional(),
	date: z.iso.date({ error: "date is a day, quoted, as in '2019-01-21'." }).optional(),
	subject: sentence('subject').optional(),
	citedFor: sentence('citedFor, what the text leans on the source for,'),
	note: sentence('note').optional(),
};

/** The kernel release in which a change first appeared or a tree was read, as in v5.7. */
const release = z
	.string()
	.regex(/^v?\d+\.\d+(\.\d+)?(-rc\d+)?$/, { error: "release is a kernel's version, as in 'v5.7' or 'v5.9-rc1'." });

const hash = z
	.string()
	.regex(/^[0-9a-f]{12,40}$/, { error: 'hash is 12 to 40 hexadecimal digits, in small letters and quoted.' });

const messageId = z
	.string()
	.regex(/^[^<>\s]+@[^<>\s]+$/, { error: 'messageId is what stands between < and > in the mail, without them.' });

/** Mails, commits, trees and traces that the text leans on. The file's name is the key by which the text cites it. */
const sources = defineCollection({
	loader: glob({
		base: './content/sources',
		pattern: '**/*.json',
		// The loader's own ids drop the dots of v4.20.
		generateId: ({ entry }) => entry.replace(/^.*\/|\.json$/g, ''),
	}),
	schema: z.discriminatedUnion(
		'kind',
		[
			z.strictObject({ kind: z.literal('mail'), messageId, ...source }),
			z.strictObject({ kind: z.literal('commit'), hash, release: release.optional(), ...source }),
			z.strictObject({ kind: z.literal('tree'), release, ...source }),
			z.strictObject({ kind: z.literal('trace'), release: release.optional(), ...source }),
		],
		{ error: "kind is 'mail', 'commit', 'tree' or 'trace'." },
	),
});

/** The terms of the trade, each in a sentence or two. The id is the term's anchor on the page of all. */
const glossary = defineCollection({
	loader: file('content/glossary/terms.json'),
	schema: z.strictObject({
		id: sentence('id'),
		term: sentence('term'),
		meaning: sentence('meaning, one or two plain sentences,'),
	}),
});

export const collections = { chapters, glossary, sources };
