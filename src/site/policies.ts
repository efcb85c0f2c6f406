/** The policies between which the reader switches, in the order of time. */
export const policies = ['v4.20', 'rfc', 'v5.7'] as const;

export type Policy = (typeof policies)[number];

/** What a passage says or shows, policy by policy. */
export type ByPolicy<Thing> = Readonly<Record<Policy, Thing>>;

/** Whether a name is that of a policy to switch to. */
export function isPolicy(name: unknown): name is Policy {
	return policies.some((policy) => policy === name);
}

/** Makes something for each policy. */
export function byPolicy<Thing>(make: (policy: Policy) => Thing): ByPolicy<Thing> {
	return Object.fromEntries(policies.map((policy) => [policy, make(policy)])) as Record<Policy, Thing>;
}
