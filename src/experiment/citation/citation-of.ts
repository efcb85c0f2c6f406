import { assumptionWords } from '../assumption-words.ts';
import type { ModelContent } from '../content.ts';
import { keys } from '../keys.ts';
import type { Subject } from '../link/subject.ts';
import { differences, emptyRecipe, type Recipe } from '../recipe.ts';
import { schedulerWords } from '../scheduler-words.ts';
import { ascii } from '../text/ascii.ts';
import { formatTime } from '../text/format.ts';
import { wrapText } from '../text/wrap-text.ts';
import { commandOf } from './command-of.ts';
import type { Findings } from './findings.ts';
import { functionNames } from './function-names.ts';
import { interleaving } from './interleaving.ts';
import { BEGIN, COLUMNS, END } from './layout.ts';
import { measurement } from './measurement.ts';

/** Where a citation says that it comes from. */
export interface Origin {
	/** The tag of the edition, as in 'v0.1.0': whoever checks it out gets the same answer. */
	readonly revision: string;
	/** The link, whole or relative to the site's base. */
	readonly address: string;
}

/** The name under which a reader is told to save a citation. */
const SAVED_AS = 'citation.txt';

/**
 * A citation as plain text for a mail: first what convinces by itself, then the answer, by what it was found, the
 * command and the link. ASCII; 72 columns, but for the link and for lines of a reader's own patch.
 *
 * @param content the model's C, for the names of functions
 * @throws EraError, CompileError, ModelError if the content's C is not in order
 */
export function citationOf(subject: Subject, findings: Findings, origin: Origin, content: ModelContent): string {
	const { recipe } = subject;
	const evidence = evidenceLines(subject, findings, content);
	return [
		BEGIN,
		...evidence,
		...(evidence.length > 0 ? [''] : []),
		...(recipe.patch === '' ? [] : ['With this change to the C:', ...recipe.patch.trimEnd().split('\n'), '']),
		...field('Answer', answerWords(findings)),
		...detailLines(findings),
		...scenarioLines(subject),
		...field('Model', modelWords(findings.result)),
		`Engine: ${findings.result.engineVersion} (${origin.revision})`,
		...againLines(subject, origin.revision),
		`Link: ${origin.address}`,
		END,
		'',
	]
		.map(ascii)
		.join('\n');
}

/** The answer in a line: 'victim-completes VIOLATED, for victim'. */
export function answerWords(findings: Findings): string {
	if (findings.kind === 'run') return `run ${findings.result.digest}`;
	const { name, verdict, vacuous, thread } = findings.property;
	if (vacuous) return `${name} ${verdict}; vacuous, nobody is there whom it is about`;
	return `${name} ${verdict}${thread === null ? '' : `, for ${thread}`}`;
}

/** What convinces by itself, under a line that says of what; nothing where there is nothing to show. */
function evidenceLines({ recipe, base }: Subject, findings: Findings, content: ModelContent): string[] {
	if (findings.kind === 'run') {
		const { result } = findings;
		const head =
			base === null ? [] : [...field('base', turned(base, recipe)), ...field('change', turned(recipe, base)), ''];
		return [...head, ...measurement(result, findings.base)];
	}
	const { property, result } = findings;
	if (property.stem.length + property.loop.length === 0) return [];
	return [
		...wrapText(`An order of steps that ${property.name} does not survive, under ${ruleWords(recipe)}:`, '', COLUMNS),
		...interleaving(property, result.fairness, functionNames(recipe, content)),
	];
}

function detailLines(findings: Findings): string[] {
	if (findings.kind === 'run') {
		const { recipe, seeds } = findings.result;
		const early = seeds.filter(({ ending }) => ending !== 'time');
		return [
			...field('Measured', `${recipe['duration-ms']} ms of model time${seeds.length === 1 ? '' : ' in each seed'}`),
			...early.flatMap(({ seed, time_ns }) => field('Ended', `seed ${seed} after ${formatTime(time_ns)}`)),
		];
	}
	const { property, result } = findings;
	const { states, transitions, depth, complete, fairness, digest } = result;
	const reach = `${states} states, ${transitions} transitions, at most ${depth} steps away`;
	return [
		...(property.weakestAssumption === null || property.vacuous
			? []
			: field('It comes out', assumptionWords[property.weakestAssumption])),
		...field('Assumed', schedulerWords[fairness]),
		...field('Explored', `${reach}: ${complete ? 'these are all' : 'the search ended at its limit'}`),
		...(digest === null ? [] : field('Digest', digest)),
	];
}

function scenarioLines({ experiment, recipe }: Subject): string[] {
	const counts = keys.filter(({ group, name }) => group === 'threads' && recipe[name] !== 0);
	const threads = counts.map(({ name }) => `${recipe[name]} ${recipe[name] === 1 ? name.slice(0, -1) : name}`);
	const changes = { ...differences(recipe, experiment?.recipe ?? emptyRecipe), patch: undefined };
	const told = Object.entries(changes).filter(([, value]) => value !== undefined);
	const words = experiment === null ? [] : [`${experiment.name}, "${experiment.title}"`];
	const changed =
		experiment !== null && told.length > 0 ? [`with ${told.map((pair) => pair.join(' ')).join(', ')}`] : [];
	return field('Scenario', [...words, ...changed, threads.join(', ')].join('; '));
}

/** What a recipe has otherwise than another. */
function turned(recipe: Recipe, from: Recipe): string {
	const told = Object.entries(differences(recipe, from)).map(([name, value]) =>
		name === 'patch' ? `${value === '' ? 'without a' : 'with a'} change to the C` : `${name} ${value}`,
	);
	return told.join(', ');
}

function modelWords({ modelDigest, recipe }: Findings['result']): string {
	return `${modelDigest} (${ruleWords(recipe)})`;
}

function ruleWords(recipe: Recipe): string {
	return `policy ${recipe.policy}, page lock ${recipe['page-lock']}, mmap_sem ${recipe.rwsem}`;
}

function againLines(subject: Subject, revision: string): string[] {
	const command = commandOf(subject, SAVED_AS);
	return [
		`Again, in a clone at ${revision}, with this text saved as ${SAVED_AS}:`,
		...commandLines(command),
		`  bin/polite verify ${SAVED_AS}`,
	];
}

/** Broken so that a shell puts it together again. */
function commandLines(command: string): string[] {
	const lines = wrapText(command, '  ', COLUMNS - ' \\'.length);
	return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

/** A label and its words; further lines are indented. */
function field(label: string, words: string): string[] {
	const [first = '', ...others] = wrapText(`${label}: ${ascii(words)}`, '  ', COLUMNS);
	return [first.trimStart(), ...others];
}
