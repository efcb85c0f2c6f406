import { assumptionWords } from '../../experiment/assumption-words.ts';
import type { CheckResult, PropertyResult } from '../../experiment/check.ts';
import { fairnessWords } from '../../experiment/fairness-words.ts';

/** What a property asks for, of a thread called so; a violated one says what can be instead. */
const sentences: Readonly<Record<string, { readonly holds: string; readonly violated: string }>> = {
	'victim-completes': {
		holds: 'In whatever order the threads run, the fault of the victim ends',
		violated: 'The victim can be kept out for ever, while everybody else goes on',
	},
	'queued-enters': {
		holds: 'Whoever queues for the page lock gets it',
		violated: 'Somebody can queue for the page lock for ever',
	},
	'writer-enters': {
		holds: 'The writer gets mmap_sem',
		violated: 'The writer can wait for mmap_sem for ever',
	},
	'bystander-completes': {
		holds: 'Each fault of the bystander ends',
		violated: 'A fault of the bystander can last for ever',
	},
};

/** One sentence for the reader, without its full stop. */
export function verdictSentence({ name, verdict, weakestAssumption }: PropertyResult): string {
	const words = sentences[name];
	if (words === undefined) return `${name}: ${verdict}`;
	if (verdict === 'UNKNOWN') return 'The search ended at its limit, and what it saw says neither';
	if (verdict === 'VIOLATED') return `${words.violated}; it comes out ${assumptionOf(weakestAssumption)}`;
	return `${words.holds}, ${assumptionOf(weakestAssumption)}`;
}

function assumptionOf(weakest: PropertyResult['weakestAssumption']): string {
	return weakest === null ? '' : assumptionWords[weakest];
}

/** What the verdict rests on, as a sentence. */
export function exploredSentence({ states, transitions, complete }: CheckResult): string {
	const [many, more] = [states, transitions].map((number) => number.toLocaleString('en-US'));
	return complete
		? `Explored: ${many} states and ${more} steps between them, which are all.`
		: `Explored: ${many} states and ${more} steps between them, where the search ended at its limit.`;
}

/** Why the loop is fair to each thread, as a sentence. */
export function fairnessSentence(property: PropertyResult): string {
	return `The loop is fair: ${fairnessWords(property)}.`;
}
