import type { Progress } from '../../engine/check/model.ts';
import type { Course } from './course.ts';
import { ExportError } from './export-error.ts';

/** What a process notes of one property of progress: whether its thread is pending at the label where it stands. */
export interface Note {
	/** Name of the process's own variable. */
	readonly variable: string;
	/** By the node at which the thread stands. */
	value(node: number): PendingValue;
}

/** Pending or not; where a thread may stand asleep or awake at the same label, pending perhaps in one of the two. */
const values = ['NO', 'WHILE_AWAKE', 'WHILE_ASLEEP', 'YES'] as const;

type PendingValue = (typeof values)[number];

/** The numbers by which the processes note it. */
export const noteText = `/* Whether what a claim is about is still pending: at a label where a thread
   may stand asleep or awake, perhaps in one of the two only. */
${values.map((value, number) => `#define ${value}\t${number}`).join('\n')}
`;

/**
 * What the process of a course notes for a property.
 *
 * @throws ExportError, when it is asked, where a thread goes on from two sleeps of which one alone is pending
 */
export function noteOf({ name, pending }: Progress, { sleepsBefore }: Course): Note {
	return {
		variable: `${name.split('-')[0]}_pending`,
		value(node) {
			const awake = pending[node] as number;
			const [asleep, ...others] = (sleepsBefore.get(node) ?? [node]).map((each) => pending[each] as number);
			if (asleep === undefined || others.some((other) => other !== asleep)) {
				throw new ExportError(
					`${name}: two sleeps go on at the same place, and it is about one of them; ask for another property`,
				);
			}
			return values[awake + 2 * asleep] as PendingValue;
		},
	};
}

/** The claims' names, as `pan -N` wants them: the property's, with the thread's number. */
export const claimName = ({ name, thread }: Progress): string => `${name.replaceAll('-', '_')}_${thread}`;

/** A property of one thread as an LTL claim. */
export function claimText(progress: Progress, course: Course, threadName: string): string {
	const note = noteOf(progress, course);
	const used = new Set(course.rests.map((node) => note.value(node)));
	const own = `${course.name}[${progress.thread}]:${note.variable}`;
	const terms = [
		...(used.has('YES') ? [`${own} == YES`] : []),
		...(used.has('WHILE_AWAKE') ? [`(${own} == WHILE_AWAKE && task_state[${progress.thread}] == TASK_RUNNING)`] : []),
		...(used.has('WHILE_ASLEEP') ? [`(${own} == WHILE_ASLEEP && task_state[${progress.thread}] != TASK_RUNNING)`] : []),
	];
	const pending = `${note.variable}_${progress.thread}`;
	return `/* ${progress.name}: ${threadName} */
#define ${pending} \\
	(${terms.join(' || \\\n\t ')})
ltl ${claimName(progress)} { [] (${pending} -> <> !${pending}) }
`;
}
