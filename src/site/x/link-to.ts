import { findingsOf, promiseOfFindings } from '../../experiment/citation/findings.ts';
import { isOfRun } from '../../experiment/claim/fact.ts';
import type { Figure } from '../../experiment/claim/parse-condition.ts';
import { scenarioOf } from '../../experiment/claim/scenario.ts';
import { encodeLink } from '../../experiment/link/encode-link.ts';
import { askFor, propertyNames, type Question } from '../../experiment/link/question.ts';
import { type Subject, usualBase } from '../../experiment/link/subject.ts';
import type { Experiment } from '../../experiment/named-experiments.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { siteContent } from '../content.ts';
import { sitePath } from '../path.ts';
import { siteEngine } from './site-engine.ts';
import { subjectUnder } from './subject-under.ts';

/** The link to a subject, relative to the site's base: it promises what this build has found. */
function linkTo(subject: Subject): Promise<string> {
	return encodeLink(subject, promiseOfFindings(subject, findingsOf(subject, siteEngine)), siteContent);
}

/** The address, on this site, of what a side of a claim's check asks for; null for a figure that has no link. */
export async function linkToFigure({ scenario, path }: Figure): Promise<string | null> {
	const { experiment, recipe, fairness } = scenarioOf(scenario, siteContent);
	const property = propertyNames.find((name) => name === path.split('.')[0]);
	if (property === undefined && !isOfRun(path)) return null;
	const question: Question = property === undefined ? { kind: 'run' } : askFor(property, fairness);
	return sitePath(`/${await linkTo({ experiment, recipe, base: usualBase({ experiment, recipe }), question })}`);
}

/** The link to the run of a recipe that an experiment was turned to. */
export function linkToRun(experiment: Experiment, recipe: Recipe): Promise<string> {
	return linkTo({ experiment, recipe, base: usualBase({ experiment, recipe }), question: { kind: 'run' } });
}

/** The link to what is said of a property under one of an experiment's choices. */
export function linkToVerdict(experiment: Experiment, choice: string, of: string): Promise<string> {
	return linkTo(subjectUnder(experiment, choice, questionOf(of)));
}

/** The laboratory's address, on this site, at which a recipe without a name is asked for a property. */
export async function propertyInLaboratory(recipe: Recipe, of: string): Promise<string> {
	return sitePath(`/${await linkTo({ experiment: null, recipe, base: null, question: questionOf(of) })}`);
}

/** The laboratory's address, on this site, at which an experiment is searched for whether its victim's fault ends. */
export async function verdictInLaboratory(
	experiment: Experiment,
	choice: string = experiment.recipe[experiment.turn.key],
): Promise<string> {
	return sitePath(`/lab/#${await linkToVerdict(experiment, choice, 'victim-completes')}`);
}

function questionOf(of: string): Question {
	const property = propertyNames.find((name) => name === of);
	if (property === undefined) throw new Error(`'${of}' is no property; these are: ${propertyNames.join(', ')}.`);
	return askFor(property);
}
