import type { CheckResult } from '../../experiment/check.ts';
import { citationOf } from '../../experiment/citation/citation-of.ts';
import { type CitedEngine, findingsOf, promiseOfFindings } from '../../experiment/citation/findings.ts';
import type { Content } from '../../experiment/content.ts';
import { encodeLink } from '../../experiment/link/encode-link.ts';
import { askFor, propertyNames, type Question } from '../../experiment/link/question.ts';
import { canonicalText } from '../../experiment/recipe.ts';
import { run } from '../../experiment/run.ts';
import { subjectOf } from './address.ts';
import type { Cited, Jobs } from './job.ts';

/**
 * Writes the citation of what the page found, as `bin/polite cite` prints it.
 *
 * @throws {Error} that says what is wrong with the recipe or its C
 */
export async function cite(cited: Cited, content: Content): Promise<Jobs['cite']['answer']> {
	const { from, recipe, base, about, site, revision } = cited;
	// A search looks at one recipe, whatever stands beside it.
	const isRun = about.kind === 'run';
	const subject = subjectOf({ from, recipe, base: isRun ? base : null, question: questionOf(about) }, content);
	const findings = findingsOf(subject, engineOf(about, content));
	const link = `${site}${await encodeLink(subject, promiseOfFindings(subject, findings), content)}`;
	return { text: citationOf(subject, findings, { revision, address: link }, content), link };
}

function questionOf(about: Cited['about']): Question {
	if (about.kind === 'run') return { kind: 'run' };
	const { complete, states, fairness } = about.result;
	const property = propertyNames.find((name) => name === about.property);
	if (property === undefined) throw new Error(`there is no property '${about.property}'`);
	const question = askFor(property);
	return question.kind === 'run'
		? question
		: { ...question, fairness, statesMax: complete ? question.statesMax : states };
}

/** What the page has found already is not asked for again. */
function engineOf(about: Cited['about'], content: Content): CitedEngine {
	return {
		check: (): CheckResult => {
			if (about.kind === 'check') return about.result;
			throw new Error('a run is cited, and no search');
		},
		run: (recipe) => {
			const known = about.kind === 'run' ? [about.result, about.base] : [];
			return known.find((each) => each && canonicalText(each.recipe) === canonicalText(recipe)) ?? run(recipe, content);
		},
	};
}
