import { type CollectionEntry, getCollection } from 'astro:content';
import { type Claim, claimFile, THIS_SITE } from '../../experiment/claim/claims.ts';
import { day } from '../../sources/day.ts';
import { sourceLink } from '../../sources/source-link.ts';
import { sourceTitle } from '../../sources/source-title.ts';

/** Who makes a claim. */
export interface ClaimMaker {
	/** For the reader: 'Jerome Glisse, 22 January 2019', or the commit. */
	readonly name: string;
	readonly href: string | undefined;
	/** For a citation: name, then Message-ID or hash and subject. */
	readonly lines: readonly string[];
	/** Of the mail, YYYY-MM-DD; null for this site, and where no day is known. */
	readonly date: string | null;
	/** Whether it was said in a mail; commits and this site argue with nobody. */
	readonly isMail: boolean;
}

/** Returns who makes a claim. Throws Error naming its file if there is no such source. */
export async function claimMaker({ name, by }: Claim): Promise<ClaimMaker> {
	if (by === THIS_SITE) {
		return {
			name: 'This notebook',
			href: undefined,
			lines: ['Polite or Certain, the notebook'],
			date: null,
			isMail: false,
		};
	}
	const entry = (await getCollection('sources')).find(({ id }) => id === by);
	if (entry === undefined) {
		throw new Error(
			`${claimFile(name)}: there is no source '${by}'; add content/sources/${by}.json, or write '${THIS_SITE}'.`,
		);
	}
	const { data } = entry;
	const whoAndWhen = [data.author, whenOf(data)].filter((part) => part !== undefined).join(', ');
	const title = sourceTitle(data);
	return data.kind === 'mail'
		? {
				name: whoAndWhen,
				href: sourceLink(data),
				lines: [whoAndWhen, `<${data.messageId}>`],
				date: data.date ?? null,
				isMail: true,
			}
		: {
				name: [data.author, data.kind === 'commit' ? `commit ${data.hash.slice(0, 12)}` : title]
					.filter(Boolean)
					.join(', '),
				href: sourceLink(data),
				lines: [whoAndWhen, title].filter((line) => line !== ''),
				date: data.date ?? null,
				isMail: false,
			};
}

type Source = CollectionEntry<'sources'>['data'];

/** A commit's own date says little; in which release its change arrived says more. */
function whenOf(source: Source): string | undefined {
	if (source.kind === 'commit') return source.release;
	return source.date && day(source.date);
}
