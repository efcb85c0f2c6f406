import type { Fairness } from '../../engine/check/model.ts';
import { mayPassUnseen } from '../../engine/check/pending.ts';
import { primitiveNames } from '../../engine/kernel/primitives.ts';
import type { ModelContent } from '../content.ts';
import { type PreparedCheck, prepareCheck } from '../prepare-check.ts';
import { progressProperties, watches } from '../properties.ts';
import type { Recipe } from '../recipe.ts';
import { claimName, claimText, noteOf, noteText } from './claim.ts';
import { type Course, coursesOf } from './course.ts';
import { ExportError } from './export-error.ts';
import { headText } from './head-text.ts';
import { kernelText, type Parts } from './kernel-text.ts';
import { forbiddenName, proctypeText } from './proctype.ts';

/** How a scenario is to be written. */
export interface PromelaOptions {
	/** The command that makes the text again, for its head. */
	readonly command: string;
	/** The one property wanted, by its name in `bin/polite check`; all if left out. */
	readonly property?: string;
	/** What the commands in the head take for granted of the scheduler; 'weak' if left out. */
	readonly fairness?: Exclude<Fairness, 'strong'>;
}

/** Properties that spin judges without being told. */
const innate = ['no-deadlock', 'no-misuse'];

/** A scenario in Promela, with what a program must know to run it. */
export interface Promela {
	readonly text: string;
	/** Per claim its name for `pan -N`, and the property that it is a part of. */
	readonly claims: readonly { readonly name: string; readonly property: string }[];
	/** The properties that are assertions, with the name that a failing one tells. */
	readonly assertions: readonly { readonly name: string; readonly property: string }[];
}

/**
 * Writes a valid recipe's search as Promela: the same states and steps, the same properties.
 *
 * @throws ExportError if there is no such property, or what cannot be said in Promela
 * @throws EraError, CompileError, ModelError if the content's C is not in order
 */
export function promelaOf(recipe: Recipe, content: ModelContent, options: PromelaOptions): Promela {
	const prepared = prepareCheck(recipe, content);
	const { searched, threads, model } = prepared;
	const isWanted = ({ name }: { readonly name: string }) => options.property === undefined || name === options.property;
	const properties = progressProperties(prepared);
	const forbidden = watches(searched.tables);
	needKnown(
		options.property,
		[...properties, ...forbidden].map(({ name }) => name),
	);
	const courses = coursesOf(prepared);
	const progresses = properties.filter(isWanted).flatMap((property) => property.progresses);
	const unseen = progresses.find((progress) => mayPassUnseen(searched.tables, progress));
	if (unseen !== undefined) {
		throw new ExportError(
			`${unseen.name}: one step may end a wait and begin the next, which no claim over states can see; ask for another property`,
		);
	}
	const asserted = forbidden.filter(isWanted).map(({ name }) => ({ name: forbiddenName(name), property: name }));
	const courseOf = (thread: number) => courses.find((course) => course.threads.includes(thread)) as Course;
	const processes = courses.map((course) => {
		const own = progresses.filter(({ thread }) => course.threads.includes(thread));
		const first = own.filter(({ name }, index) => own.findIndex((other) => other.name === name) === index);
		const notes = first.map((progress) => noteOf(progress, course));
		return proctypeText(prepared, course, { forbidden: new Set(asserted.map(({ property }) => property)), notes });
	});
	const claims = progresses.map((progress) => ({ name: claimName(progress), property: progress.name }));
	const parts = [
		headText({
			command: options.command,
			modelDigest: model.digest,
			fairness: options.fairness ?? 'weak',
			threads: threads.length,
			claims: claims.map(({ name }) => name),
			assertions: asserted.map(({ property }) => property),
		}),
		...(asserted.length === 0 ? [] : [assertionText(asserted.map(({ name }) => name))]),
		kernelText(partsOf(prepared, processes, asserted)),
		...(claims.length === 0 ? [] : [noteText]),
		...processes,
		...progresses.map((progress) => {
			const { name } = threads[progress.thread] as (typeof threads)[number];
			return claimText(progress, courseOf(progress.thread), name);
		}),
	];
	return { text: parts.join('\n'), claims, assertions: asserted };
}

function needKnown(property: string | undefined, names: readonly string[]): void {
	const known = [...names, ...innate];
	if (property === undefined || known.includes(property)) return;
	throw new ExportError(`--property: found '${property}', expected one of ${known.join(', ')}`);
}

/** Which kinds of operations the threads use. */
function partsOf(
	{ searched: { tables, counts, discipline } }: PreparedCheck,
	processes: readonly string[],
	asserted: Promela['assertions'],
): Parts {
	// Whoever sleeps or has finished stands at no operation.
	const used = [...new Set(tables.operation)].flatMap((number) => primitiveNames[number] ?? []);
	const uses = (pattern: RegExp) => used.some((name) => pattern.test(name));
	const calls = (call: string) => processes.some((text) => text.includes(call));
	return {
		counts,
		discipline,
		pageLocks: uses(/bit/),
		semaphores: uses(/^(down|up)_/),
		ptes: uses(/^(pte_present|pte_clear|set_pte_at)$/),
		userfaults: uses(/uffd/),
		signals: uses(/signal|send_sig/),
		numberedSleeps: calls('number_sleep('),
		behindSleeps: asserted.map(({ name }) => name).filter((name) => calls(`behind_sleep(${name},`)),
	};
}

const assertionText = (
	names: readonly string[],
) => `/* Never true: an assertion of one of these says by its name what must not be. */
${names.map((name) => `bool ${name};`).join('\n')}
`;
