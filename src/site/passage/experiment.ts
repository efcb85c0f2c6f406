import { type Experiment, namedExperiments } from '../../experiment/named-experiments.ts';
import { siteContent } from '../content.ts';

/**
 * Returns the experiment that a passage is about.
 *
 * @throws {Error} that lists the names there are, if this is none.
 */
export function experimentNamed(name: string): Experiment {
	const all = namedExperiments(siteContent);
	const found = all.find((experiment) => experiment.name === name);
	if (found !== undefined) return found;
	const names = all.map((experiment) => experiment.name).join(', ');
	throw new Error(
		`in="${name}": there is no such experiment; there are ${names}, or add content/experiments/${name}.json.`,
	);
}
