import type { Recipe } from '../../experiment/recipe.ts';
import { isPolicy, type Policy, policies } from '../policies.ts';

/** The policy in which a page starts: that of its address, else the recipe's own. */
export function pagePolicy(params: Readonly<Record<string, string | undefined>>, recipe: Recipe): Policy {
	const name = params['policy'] ?? recipe.policy;
	if (isPolicy(name)) return name;
	throw new Error(`'${name}' is no policy to switch to; these are: ${policies.join(', ')}.`);
}

/** The address of a page's variant that starts in a policy, given the page's own address (of either). */
export function variantPath(pathname: string, policy: Policy): string {
	return `${pathname.replace(/policy\/[^/]+\/$/, '')}policy/${policy}/`;
}
