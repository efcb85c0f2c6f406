import { expect, test } from 'vitest';
import { readContent } from '../../cli/content.ts';
import { namedExperiments } from '../../experiment/named-experiments.ts';
import { run } from '../../experiment/run.ts';
import { decode, encode } from '../lab/address.ts';
import { fragmentOf } from '../lab/fragment.ts';
import { figureLink } from './figure-link.ts';

const content = readContent();

function unlucky() {
	const found = namedExperiments(content).find(({ name }) => name === 'unlucky');
	if (found === undefined) throw new Error('there is no experiment unlucky');
	return found.recipe;
}

test('a figure’s link is read as the recipe that the figure shows, with what it promises', async () => {
	const changes = { policy: 'rfc', seed: 2 };
	const recipe = { ...unlucky(), ...changes };
	const { modelDigest, digest } = run({ ...recipe, 'duration-ms': 1 }, content);
	const link = figureLink({ experiment: 'unlucky', changes, modelDigest, digest });
	const addressed = await decode(link, content);
	expect(addressed).toEqual({
		from: 'unlucky',
		recipe,
		base: null,
		question: { kind: 'run' },
		promise: { modelDigest, answer: digest.slice(0, 8) },
	});
	expect(fragmentOf(await encode(addressed, content))).toBe(link);
});

test('an address holds two recipes, and one that comes of no experiment', async () => {
	const promise = { modelDigest: '0123abcd', answer: null };
	const subject = {
		recipe: { ...unlucky(), lockers: 3 },
		base: { ...unlucky(), policy: 'rfc' },
		question: { kind: 'run' },
	} as const;
	for (const from of ['unlucky', null]) {
		const link = await encode({ ...subject, from, promise }, content);
		expect(await decode(fragmentOf(link), content)).toEqual({ ...subject, from, promise });
	}
});
