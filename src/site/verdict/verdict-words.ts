import type { CheckResult, PropertyResult } from '../../experiment/check.ts';
import { fairnessWords } from '../../experiment/fairness-words.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import { turnWords } from '../passage/turn-words.ts';
import { ordersWords, rescueWords } from './scheduler-needed.ts';
import type { SearchProgress } from './search-request.ts';

/** What a property asks for; a violated one says what can be instead. */
const sentences: Readonly<Record<string, { readonly holds: string; readonly violated: string }>> = {
	'victim-completes': {
		holds: 'the fault of the victim ends',
		violated: 'The victim can be kept out for ever',
	},
	'queued-enters': {
		holds: 'whoever queues for the page lock gets it',
		violated: 'Somebody can queue for the page lock for ever',
	},
	'writer-enters': {
		holds: 'the writer gets mmap_sem',
		violated: 'The writer can wait for mmap_sem for ever',
	},
	'bystander-completes': {
		holds: 'each fault of the bystander ends',
		violated: 'A fault of the bystander can last for ever',
	},
	'no-deadlock': {
		holds: 'Somebody can always run, until all have finished',
		violated: 'It can come to that nobody can run any more',
	},
	'no-warning': {
		holds: 'Callers get what they are promised, in every order',
		violated: 'A caller can be denied what it is promised',
	},
	'no-sigbus': {
		holds: 'No fault ends in SIGBUS, in whatever order',
		violated: 'A fault can end in SIGBUS',
	},
	'no-misuse': {
		holds: 'No lock is given back by one who does not hold it',
		violated: 'A lock can be given back by one who does not hold it',
	},
};

/** One sentence for the reader, without its full stop. */
export function verdictSentence(property: PropertyResult): string {
	const { name, verdict, vacuous, weakestAssumption: weakest } = property;
	const words = sentences[name];
	if (words === undefined) return `${name}: ${verdict}`;
	if (vacuous) return 'Nobody is there whom it is about, so nobody can break it';
	if (verdict === 'UNKNOWN') return 'The search ended at its limit, and what it saw says neither';
	if (verdict === 'HOLDS') return weakest === null ? words.holds : `${ordersWords[weakest]} ${words.holds}`;
	const rescue = weakest === null ? '' : `; ${rescueWords[weakest]}`;
	return `${words.violated}${company(property)}${rescue}`;
}

/** Of a loop in which nobody rests, that it is so: it is not for want of running. */
function company({ loop, thread, fairness }: PropertyResult): string {
	const all = Object.values(fairness);
	const isBusy = loop.length > 0 && thread !== null && all.length > 1 && all.every(({ reason }) => reason === 'runs');
	return isBusy ? ', though every thread gets to run' : '';
}

/** What follows the last step of a trace, or null if there is none. */
export function endingWords({ name, loop, stem, weakestAssumption }: PropertyResult): string | null {
	if (loop.length > 0) return 'and so on for ever';
	const isStuck = stem.length > 0 && (name === 'no-deadlock' || weakestAssumption === 'nothing');
	return isStuck ? 'and then nobody can run any more' : null;
}

/** What the verdict rests on, as a sentence. */
export function exploredSentence({ states, transitions, complete }: CheckResult): string {
	const found = `Explored: ${grouped(states)} states and ${grouped(transitions)} steps between them`;
	return complete ? `${found}, which are all.` : `${found}, where the search ended at its limit.`;
}

/** What a search had come to that was stopped, as a sentence. */
export function stoppedSentence({ states, frontier, transitions, phase }: SearchProgress): string {
	const found = `Explored: ${grouped(states)} states and ${grouped(transitions)} steps between them`;
	if (phase === 'judges') return `${found}; they were not yet judged.`;
	return `${found}; from ${grouped(frontier)} of the states no step was tried yet.`;
}

/** How far a search is, in a few words. */
export function progressWords({ states, frontier, bytes, phase }: SearchProgress): string {
	const found = `${grouped(states)} states found`;
	const megabytes = `${Math.ceil(bytes / 1e6)} MB`;
	return phase === 'judges'
		? `${found}, ${megabytes}; judging them`
		: `${found}, ${grouped(frontier)} to go on from, ${megabytes}`;
}

/** Why the loop is fair to each thread, as a sentence; empty where there is no loop, or nothing is asked of the scheduler. */
export function fairnessSentence(property: PropertyResult, scheduler: CheckResult['fairness']): string {
	return property.loop.length === 0 || scheduler === 'none' ? '' : `The loop is fair: ${fairnessWords(property)}.`;
}

/** What chance would make of it, as a sentence; empty where it is not known. */
export function retriesSentence({ expectedRetries }: Pick<CheckResult, 'expectedRetries'>): string {
	if (expectedRetries === null) return '';
	const many = expectedRetries === 'infinite' ? 'infinitely many' : threeDigits(expectedRetries);
	return `Were all who can run equally likely to be next, the fault would be retried ${many} ${many === '1' ? 'time' : 'times'} on average.`;
}

/** What differs from an experiment, in words: 'policy rfc, 3 lockers'. */
export function changesText(changes: Partial<Recipe>): string {
	return Object.entries(changes)
		.map(([name, value]) =>
			name in turnWords ? `${turnWords[name as keyof typeof turnWords]} ${value}` : counted(Number(value), name),
		)
		.join(', ');
}

/** A number of threads by the key that holds it: '1 locker', '3 lockers'. */
function counted(count: number, name: string): string {
	return `${count === 0 ? 'no' : count} ${count === 1 ? name.slice(0, -1) : name}`;
}

/** As the command line has it: whole numbers keep all of their digits. */
function threeDigits(value: number): string {
	return String(value >= 100 ? Math.round(value) : Number(value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3)));
}

function grouped(number: number): string {
	return number.toLocaleString('en-US');
}
