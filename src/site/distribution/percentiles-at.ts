import { estimateAt } from '../../experiment/estimate-at.ts';
import type { Percentiles } from './percentiles.ts';

/**
 * Returns the distribution that a path leads to, as in 'actors.victim.fault_ns'.
 *
 * @throws {Error} that says where the path leaves the result, what there is, or that it leads to no times.
 */
export function percentilesAt(result: object, path: string): Percentiles {
	if (!path.endsWith('_ns')) {
		throw new Error(`of="${path}": expected measured times, whose names end in _ns, as in actors.victim.fault_ns.`);
	}
	const at = (name: string) => estimateAt(result, `${path}.${name}`);
	return { count: at('count'), p50: at('p50'), p90: at('p90'), p99: at('p99'), max: at('max') };
}
