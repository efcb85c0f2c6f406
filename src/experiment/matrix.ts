import type { CheckResult, PropertyResult } from './check.ts';
import { eraNames, type ModelContent } from './content.ts';
import { keyByName } from './keys.ts';
import { emptyRecipe, type Recipe } from './recipe.ts';

/** Rules that somebody argued for or shipped. */
export interface MatrixRow {
	readonly name: string;
	readonly eras: Pick<Recipe, 'policy' | 'page-lock' | 'rwsem'>;
}

/** Who is there when a property is asked for: the number of rivals decides some of the answers. */
export interface MatrixScenario {
	readonly name: string;
	readonly actors: Partial<Recipe>;
	readonly properties: readonly string[];
}

/** One answer, with what it rests on. */
export interface MatrixCell {
	readonly scenario: string;
	readonly actors: Partial<Recipe>;
	readonly states: number;
	readonly property: PropertyResult;
}

const eras = (policy: string, pageLock: string, rwsem: string) => ({ policy, 'page-lock': pageLock, rwsem });

/** In the order of the argument, then of the releases. */
export const arguedRows: readonly MatrixRow[] = [
	{ name: 'the thread’s picture', eras: eras('v4.20', 'fifo', 'queue') },
	{ name: 'the picture, with the RFC', eras: eras('rfc', 'fifo', 'queue') },
	{ name: 'v4.20', eras: eras('v4.20', 'v4.20', 'v4.20') },
	{ name: 'RFC 03/24', eras: eras('rfc', 'v4.20', 'v4.20') },
	{ name: 'diff [1], as typed', eras: eras('diff1-typed', 'v4.20', 'v4.20') },
	{ name: 'diff [1], parenthesised', eras: eras('diff1-parens', 'v4.20', 'v4.20') },
	{ name: 'diff [1], as it should be', eras: eras('v5.7', 'v4.20', 'v4.20') },
	{ name: 'v5.7', eras: eras('v5.7', 'v4.20', 'v5.3') },
	{ name: 'v5.7, page lock of v5.9', eras: eras('v5.7', 'v5.9', 'v5.3') },
];

/** The standard sizes. */
export const matrixScenarios: readonly MatrixScenario[] = [
	{
		name: 'five threads',
		actors: { victims: 1, lockers: 2, writers: 1, bystanders: 1 },
		properties: ['victim-completes', 'queued-enters', 'writer-enters', 'bystander-completes'],
	},
	{ name: 'two writers', actors: { victims: 1, lockers: 1, writers: 2 }, properties: ['writer-enters'] },
	{ name: 'gup', actors: { victims: 1, lockers: 1, gups: 1 }, properties: ['no-warning'] },
	{ name: 'nowait', actors: { lockers: 1, nowaits: 1 }, properties: ['no-warning'] },
	{ name: 'userfaultfd', actors: { victims: 1, lockers: 1, monitors: 1 }, properties: ['no-sigbus'] },
];

/** Who is there, in words: '1 victim, 2 lockers'. */
export function actorsText(actors: Partial<Recipe>): string {
	return Object.entries(actors)
		.map(([actor, count]) => `${count} ${count === 1 ? actor.replace(/s$/, '') : actor}`)
		.join(', ');
}

/** Every policy under every page lock and every semaphore. */
export function allRows(content: ModelContent): MatrixRow[] {
	const rwsem = keyByName.get('rwsem');
	const semaphores = rwsem?.kind === 'choice' ? rwsem.choices : [];
	return eraNames(content, 'policy').flatMap((policy) =>
		eraNames(content, 'page-lock').flatMap((pageLock) =>
			semaphores.map((semaphore) => ({
				name: `${policy}, ${pageLock}, ${semaphore}`,
				eras: eras(policy, pageLock, semaphore),
			})),
		),
	);
}

/**
 * One row's answers, scenario by scenario.
 *
 * @param search how a recipe is checked; what it throws is passed on
 */
export function matrixCells({ eras }: MatrixRow, search: (recipe: Recipe) => CheckResult): MatrixCell[] {
	return matrixScenarios.flatMap(({ name, actors, properties }) => {
		const result = search({ ...emptyRecipe, ...eras, ...actors });
		return properties.map((property) => ({
			scenario: name,
			actors,
			states: result.states,
			property: propertyNamed(result, property),
		}));
	});
}

function propertyNamed({ properties }: CheckResult, name: string): PropertyResult {
	const found = properties.find((property) => property.name === name);
	if (found === undefined)
		throw new Error(`the check has no property '${name}', which a scenario of the matrix asks for`);
	return found;
}
