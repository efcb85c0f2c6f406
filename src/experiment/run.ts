import { engineVersion } from '../engine/engine-version.ts';
import { type Ending, type Simulation, simulate } from '../engine/simulate/simulate.ts';
import { type ActorEstimates, actorEstimates } from './actor-estimates.ts';
import type { ModelContent } from './content.ts';
import { digest } from './digest.ts';
import { prepare, seedsOf } from './prepare.ts';
import { canonicalText, type Recipe } from './recipe.ts';
import { type Origin, type ResultHead, resultHead } from './result-head.ts';

/** How the run of one seed went. */
export interface SeedRun {
	readonly seed: number;
	/** Other than 'time', the run is shorter than the recipe asks for. */
	readonly ending: Ending;
	/** Model time reached. */
	readonly time_ns: number;
	readonly events: number;
	/** All of the seed's run in 16 hexadecimal digits. */
	readonly fold: string;
}

/** What a run came to: the very object that `bin/polite run --json` prints. `src/cli/README.md` describes it. */
export interface RunResult extends ResultHead {
	/** 16 hexadecimal digits over engine, model, recipe and every event of every seed. */
	readonly digest: string;
	readonly seeds: readonly SeedRun[];
	/** By the actor's name, in the order of the threads; actors that the recipe leaves out are not there. */
	readonly actors: Readonly<Record<string, ActorEstimates>>;
}

/**
 * Runs a valid recipe, one seed after the other.
 *
 * @param experiment name and title of the experiment that the recipe comes from
 * @param onSeed is told after each seed how many are done
 * @throws EraError, CompileError, ModelError if the content's C is not in order
 */
export function run(
	recipe: Recipe,
	content: ModelContent,
	experiment: Origin | null = null,
	onSeed: (done: number) => void = () => {},
): RunResult {
	const { model, plan } = prepare(recipe, content);
	const seeds = seedsOf(recipe);
	const simulations = seeds.map((seed, index) => {
		const simulation = simulate({ ...plan, seed });
		onSeed(index + 1);
		return simulation;
	});
	return {
		...resultHead(experiment, recipe, model.digest),
		digest: simulationDigest(model.digest, recipe, simulations),
		seeds: simulations.map(({ ending, time_ns, events, fold }, index) => ({
			seed: seeds[index] as number,
			ending,
			time_ns,
			events,
			fold,
		})),
		actors: mergeActors(simulations),
	};
}

/** A run in 16 hexadecimal digits: equal only for the same engine, model and recipe, and the same events in each seed. */
function simulationDigest(
	modelDigest: string,
	recipe: Recipe,
	simulations: readonly Pick<Simulation, 'fold'>[],
): string {
	const folds = simulations.map(({ fold }) => fold);
	return digest([engineVersion, modelDigest, canonicalText(recipe), ...folds].join('\n'), 16);
}

function mergeActors(simulations: readonly Simulation[]): Record<string, ActorEstimates> {
	const names = Object.keys(simulations[0]?.actors ?? {});
	return Object.fromEntries(
		names.map((name) => [
			name,
			actorEstimates(
				simulations.flatMap(({ actors, time_ns }) => {
					const actor = actors[name];
					return actor === undefined ? [] : [{ actor, time_ns }];
				}),
			),
		]),
	);
}
