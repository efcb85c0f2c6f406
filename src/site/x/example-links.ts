import { findingsOf, promiseOfFindings } from '../../experiment/citation/findings.ts';
import { eraFiles, erasText } from '../../experiment/eras.ts';
import { encodeLink } from '../../experiment/link/encode-link.ts';
import { askFor, type Question } from '../../experiment/link/question.ts';
import { type Subject, usualBase } from '../../experiment/link/subject.ts';
import { landPatch } from '../../experiment/patch/land-patch.ts';
import { emptyRecipe, type Recipe } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';
import { experimentNamed } from '../passage/experiment.ts';
import { siteEngine } from './site-engine.ts';

/** A link and what it says, in words. */
interface ExampleLink {
	readonly words: string;
	readonly link: string;
}

const run: Question = { kind: 'run' };

/** Links of each kind, relative to the site's base; each promises what the engine says. */
export function exampleLinks(): Promise<ExampleLink[]> {
	const alone = { ...emptyRecipe, victims: 1, lockers: 2, policy: 'rfc' };
	const subjects: [words: string, subject: Subject][] = [
		['A run', of('unlucky', {}, run)],
		['A verdict', of('unlucky', { policy: 'rfc' }, askFor('victim-completes'))],
		['Three keys changed', of('unlucky', { policy: 'rfc', lockers: 3, seed: 7 }, run)],
		[
			'Three keys changed to long values, in short',
			of(
				'unlucky-kernel-lock',
				{ 'wake-ns': 'exponential:12345', 'io-ns': 'uniform:60000:100000', 'page-lock-unfairness': 2 },
				run,
			),
		],
		['A search that takes more for granted', strong(of('tries', { policy: 'rfc' }, askFor('victim-completes')))],
		[
			'Compared with another recipe than the experiment’s own',
			{ ...of('unlucky', { policy: 'rfc' }, run), base: { ...experimentNamed('unlucky').recipe, policy: 'v5.7' } },
		],
		['Without an experiment', { experiment: null, recipe: alone, base: null, question: askFor('victim-completes') }],
		['With a change to the C', of('tries', { patch: neverPolite() }, askFor('victim-completes'))],
	];
	return Promise.all(
		subjects.map(async ([words, subject]) => {
			const promise = promiseOfFindings(subject, findingsOf(subject, siteEngine));
			return { words, link: await encodeLink(subject, promise, siteContent) };
		}),
	);
}

function of(name: string, changes: Partial<Recipe>, question: Question): Subject {
	const experiment = experimentNamed(name);
	const recipe = { ...experiment.recipe, ...changes };
	return { experiment, recipe, base: usualBase({ experiment, recipe }), question };
}

function strong(subject: Subject): Subject {
	const { question } = subject;
	return question.kind === 'run' ? subject : { ...subject, question: { ...question, fairness: 'strong' } };
}

/** A reader's change that the site knows anyway: a kernel in which no fault lets go. */
function neverPolite(): string {
	const { recipe } = experimentNamed('tries');
	return landPatch(siteContent.eras['policy/never-polite'] ?? '', eraFiles(siteContent, recipe), erasText(recipe))
		.patch;
}
