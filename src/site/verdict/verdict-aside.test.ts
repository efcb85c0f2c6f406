import { expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import { check } from '../../experiment/check.ts';
import { namedExperiments } from '../../experiment/named-experiments.ts';
import { propertyOf } from './property-of.ts';
import { verdictAside } from './verdict-aside.ts';

const content = readContent();

test.each([
	['tries', 'rfc', 'victim-completes', 'only luck ends it'],
	['tries', 'v4.20', 'victim-completes', 'with a fair scheduler'],
	['tries', 'v4.20', 'no-deadlock', ''],
	['nowait', 'v5.7', 'victim-completes', 'no such thread is there'],
])('%s under %s, %s: %s', (name, policy, of, expected) => {
	const experiment = namedExperiments(content).find((each) => each.name === name);
	if (experiment === undefined) throw new Error(`there is no experiment ${name}`);
	expect(verdictAside(propertyOf(check({ ...experiment.recipe, policy }, content), of))).toBe(expected);
});
