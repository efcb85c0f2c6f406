import { run } from '../../experiment/run.ts';
import { siteContent } from '../content.ts';
import { hearOrders } from '../worker/hear-orders.ts';
import { byChoice } from './by-choice.ts';
import { scenesOf } from './compute.ts';
import { experimentNamed } from './experiment.ts';
import type { SeedAnswer, SeedRequest } from './seed-request.ts';

/** Computes a passage with another seed, away from the page, which stays quick. */
hearOrders<SeedRequest>((request) => self.postMessage(answer(request)));

function answer({ experiment, seed, stretches }: SeedRequest): SeedAnswer {
	try {
		const { recipe: own, turn } = experimentNamed(experiment);
		const recipe = { ...own, seed, seeds: 1 };
		return {
			seed,
			results: byChoice(turn, (choice) => {
				const { actors, digest } = run({ ...recipe, [turn.key]: choice }, siteContent);
				return { actors, digest };
			}),
			scenes: stretches.map((stretch) => scenesOf(recipe, turn, stretch)),
		};
	} catch (error) {
		return { error: `Seed ${seed} could not be run: ${(error as Error).message}` };
	}
}
