import type { Estimate } from './estimate.ts';

/**
 * Returns the estimate that a path leads to, as in 'actors.victim.retries.mean'.
 *
 * @throws {Error} that says where the path leaves the result, and what there is.
 */
export function estimateAt(result: object, path: string): Estimate {
	let at: unknown = result;
	const passed: string[] = [];
	for (const name of path.split('.')) {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) {
			const names = typeof at === 'object' && at !== null ? Object.keys(at).join(', ') : 'nothing';
			throw new Error(`of="${path}": '${passed.join('.')}' has no '${name}'; it has ${names}.`);
		}
		at = (at as Record<string, unknown>)[name];
		passed.push(name);
	}
	if (isEstimate(at)) return at;
	const names = Object.keys(Object(at)).join(', ');
	throw new Error(`of="${path}": that is not a single figure; go on with one of ${names || 'those of another part'}.`);
}

function isEstimate(value: unknown): value is Estimate {
	return typeof value === 'object' && value !== null && 'value' in value && 'plusOrMinus' in value;
}
