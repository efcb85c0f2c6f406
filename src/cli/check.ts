import { DEFAULT_LIMITS } from '../engine/check/exploration.ts';
import { type CheckResult, check } from '../experiment/check.ts';
import { keys } from '../experiment/keys.ts';
import { checkReport } from './check-report.ts';
import { readContent } from './content.ts';
import { DONE, UNKNOWN, VIOLATED } from './exit-codes.ts';
import { helpText } from './help.ts';
import { fairnessFrom, statesFrom } from './question.ts';
import { readArguments } from './read-arguments.ts';
import { readScenario } from './scenario.ts';
import type { Streams } from './streams.ts';
import { tellPatch } from './tell-patch.ts';

/**
 * `bin/polite check`: looks at every order in which a scenario's threads can run.
 *
 * @returns the exit code: 0 all hold, 1 some violated, 3 none violated but some unknown
 * @throws UsageError, ExperimentError, EraError, CompileError, ModelError
 */
export function checkCommand(args: readonly string[], streams: Streams): number {
	const { out } = streams;
	const valueOptions = [...keys.map(({ name }) => name), 'fairness', 'max-states'];
	const given = readArguments(args, { command: 'check', valueOptions, flags: ['json', 'help'], wordsMax: 1 });
	if (given.flags.has('help')) {
		out(helpText('check'));
		return DONE;
	}
	const content = readContent();
	const values = new Map(given.values);
	const fairness = fairnessFrom(values.get('fairness'));
	const states = statesFrom(values.get('max-states'));
	values.delete('fairness');
	values.delete('max-states');
	const scenario = readScenario({ ...given, values }, content);
	tellPatch(scenario, content, streams);
	const { recipe, experiment, words } = scenario;
	const result = check(recipe, content, { fairness, limits: { states }, ...(experiment && { experiment }) });
	const limited = states === DEFAULT_LIMITS.states ? '' : ` --max-states ${states}`;
	const options = `${fairness === 'weak' ? '' : ` --fairness ${fairness}`}${limited}`;
	if (given.flags.has('json')) out(`${JSON.stringify(result, null, '\t')}\n`);
	else out(checkReport(result, `bin/polite check ${words}${options}`));
	return exitCode(result);
}

function exitCode({ properties }: CheckResult): number {
	if (properties.some(({ verdict }) => verdict === 'VIOLATED')) return VIOLATED;
	return properties.some(({ verdict }) => verdict === 'UNKNOWN') ? UNKNOWN : DONE;
}
