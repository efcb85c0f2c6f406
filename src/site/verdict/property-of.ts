import type { CheckResult, PropertyResult } from '../../experiment/check.ts';

/**
 * Returns what became of one property.
 *
 * @throws {Error} that lists the properties there are, if this is none.
 */
export function propertyOf({ properties }: CheckResult, name: string): PropertyResult {
	const found = properties.find((property) => property.name === name);
	if (found !== undefined) return found;
	throw new Error(`'${name}' is no property; these are: ${properties.map((property) => property.name).join(', ')}.`);
}
