import { citationOf } from '../experiment/citation/citation-of.ts';
import { findingsOf, promiseOfFindings } from '../experiment/citation/findings.ts';
import type { Content } from '../experiment/content.ts';
import { keys } from '../experiment/keys.ts';
import { decodeLink } from '../experiment/link/decode-link.ts';
import { encodeLink } from '../experiment/link/encode-link.ts';
import { type Subject, usualBase } from '../experiment/link/subject.ts';
import { citedEngine } from './cited-engine.ts';
import { readContent } from './content.ts';
import { edition } from './edition.ts';
import { DONE } from './exit-codes.ts';
import { helpText } from './help.ts';
import { questionFrom } from './question.ts';
import { type Arguments, readArguments } from './read-arguments.ts';
import { readScenario } from './scenario.ts';
import type { Streams } from './streams.ts';
import { tellPatch } from './tell-patch.ts';
import { UsageError } from './usage-error.ts';

const questionOptions = ['of', 'fairness', 'max-states'];

/**
 * `bin/polite cite`: runs what a link, or a name and options, are about, and prints it for a mail.
 *
 * @returns the exit code
 * @throws UsageError, LinkError, ExperimentError, EraError, CompileError, ModelError
 */
export async function citeCommand(args: readonly string[], streams: Streams): Promise<number> {
	const valueOptions = [...keys.map(({ name }) => name), ...questionOptions];
	const given = readArguments(args, { command: 'cite', valueOptions, flags: ['help'], wordsMax: 1 });
	if (given.flags.has('help')) {
		streams.out(helpText('cite'));
		return DONE;
	}
	const content = readContent();
	const subject = await subjectFrom(given, content, streams);
	const findings = findingsOf(subject, citedEngine(content));
	const link = await encodeLink(subject, promiseOfFindings(subject, findings), content);
	const address = `${siteBase()}${link}`;
	streams.out(citationOf(subject, findings, { revision: edition(), address }, content));
	return DONE;
}

async function subjectFrom(given: Arguments, content: Content, streams: Streams): Promise<Subject> {
	const [word] = given.words;
	if (word?.includes('#')) {
		const [option] = given.values.keys();
		if (option !== undefined) throw new UsageError(`--${option}: a link says all; change the link, or give a name`);
		return decodeLink(word, content);
	}
	const question = questionFrom(given.values);
	const values = new Map([...given.values].filter(([name]) => !questionOptions.includes(name)));
	const scenario = readScenario({ ...given, values }, content);
	tellPatch(scenario, content, streams);
	const { recipe, experiment } = scenario;
	return { experiment, recipe, base: usualBase({ experiment, recipe }), question };
}

/** Where the site stands, if the environment says so as it does for a build; else links are relative. */
function siteBase(): string {
	const { SITE_URL: site, SITE_BASE: base = '/' } = process.env;
	return site ? new URL(base.replace(/\/?$/, '/'), site).href : '';
}
