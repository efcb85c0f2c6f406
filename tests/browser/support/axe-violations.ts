import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Options {
	/** Looks in this place only, as a selector. */
	readonly include?: string;
	/** Does not look in these. */
	readonly exclude?: readonly string[];
	/** Asks for these rules alone, among them such as axe does not try unasked. */
	readonly rules?: readonly string[];
	/** What is tried elsewhere. */
	readonly disableRules?: readonly string[];
}

/** What axe finds: a line a rule, with the beginning of each place's HTML. */
export async function axeViolations(
	page: Page,
	{ include, exclude = [], rules, disableRules = [] }: Options = {},
): Promise<string[]> {
	const builder = new AxeBuilder({ page }).disableRules([...disableRules]);
	if (rules !== undefined) builder.withRules([...rules]);
	if (include !== undefined) builder.include(include);
	for (const selector of exclude) builder.exclude(selector);
	const { violations } = await builder.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
