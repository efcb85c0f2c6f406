import { version } from '../../../package.json';
import { citationOf } from '../../experiment/citation/citation-of.ts';
import { findingsOf, promiseOfFindings } from '../../experiment/citation/findings.ts';
import { encodeLink } from '../../experiment/link/encode-link.ts';
import type { Subject } from '../../experiment/link/subject.ts';
import { differences, optionsText } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';
import { sitePath } from '../path.ts';
import { siteEngine } from './site-engine.ts';

/** The tag of this edition. */
export const edition = `v${version}`;

/** Where this site stands, whole, with a slash at its end; empty if the build was not told. */
function siteAddress(): string {
	const { SITE, BASE_URL } = import.meta.env;
	return SITE ? new URL(BASE_URL.replace(/\/?$/, '/'), SITE).href : '';
}

/** A citation as `bin/polite cite` prints it. */
interface CitedAs {
	/** The line that prints it. */
	readonly command: string;
	readonly text: string;
	/** The address of its link on this site. */
	readonly address: string;
}

/** Writes the citation of what this build found. */
export async function citedAs(subject: Subject): Promise<CitedAs> {
	const { experiment, recipe, question } = subject;
	const findings = findingsOf(subject, siteEngine);
	const link = await encodeLink(subject, promiseOfFindings(subject, findings), siteContent);
	const origin = { revision: edition, address: siteAddress() + link };
	const words = [
		'bin/polite cite',
		experiment?.name ?? '',
		experiment === null ? '' : optionsText(differences(recipe, experiment.recipe)),
		question.kind === 'check' ? `--of ${question.property}` : '',
	];
	return {
		command: words.filter((word) => word !== '').join(' '),
		address: sitePath(`/${link}`),
		text: citationOf(subject, findings, origin, siteContent),
	};
}
