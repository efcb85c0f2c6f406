import { keys } from '../experiment/keys.ts';
import { run } from '../experiment/run.ts';
import { readContent } from './content.ts';
import { DONE } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import { report } from './report.ts';
import { readScenario } from './scenario.ts';
import type { Streams } from './streams.ts';
import { tellPatch } from './tell-patch.ts';

/**
 * `bin/polite run`: runs an experiment by name, or the empty scenario, as the options change it.
 *
 * @throws UsageError, ExperimentError, EraError, CompileError, ModelError
 */
export function runCommand(args: readonly string[], streams: Streams): number {
	const { out } = streams;
	const valueOptions = keys.map(({ name }) => name);
	const given = readArguments(args, { command: 'run', valueOptions, flags: ['json', 'help'], wordsMax: 1 });
	if (given.flags.has('help')) {
		out(helpText('run'));
		return DONE;
	}
	const content = readContent();
	const scenario = readScenario(given, content);
	tellPatch(scenario, content, streams);
	const { recipe, experiment, words } = scenario;
	const result = run(recipe, content, experiment);
	if (given.flags.has('json')) out(`${JSON.stringify(result, null, '\t')}\n`);
	else out(report(result, `bin/polite run ${words}`));
	return DONE;
}
