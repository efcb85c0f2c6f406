import { keys } from '../experiment/keys.ts';
import { promelaOf } from '../experiment/promela/promela.ts';
import { readContent } from './content.ts';
import { DONE } from './exit-codes.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import { readScenario } from './scenario.ts';
import type { Streams } from './streams.ts';
import { tellPatch } from './tell-patch.ts';
import { UsageError } from './usage-error.ts';

/**
 * `bin/polite export --promela`: writes what `check` would search in the language of another checker.
 *
 * @returns the exit code
 * @throws UsageError, ExportError, ExperimentError, EraError, CompileError, ModelError
 */
export function exportCommand(args: readonly string[], streams: Streams): number {
	const { out } = streams;
	const valueOptions = [...keys.map(({ name }) => name), 'fairness', 'property'];
	const given = readArguments(args, { command: 'export', valueOptions, flags: ['promela', 'help'], wordsMax: 1 });
	if (given.flags.has('help')) {
		out(helpText('export'));
		return DONE;
	}
	if (!given.flags.has('promela')) throw new UsageError('no language named; --promela is the one that there is');
	const values = new Map(given.values);
	const fairness = fairnessFrom(values.get('fairness') ?? 'weak');
	const property = values.get('property');
	values.delete('fairness');
	values.delete('property');
	const content = readContent();
	const scenario = readScenario({ ...given, values }, content);
	tellPatch(scenario, content, streams);
	const { recipe, words } = scenario;
	const options = `${fairness === 'weak' ? '' : ` --fairness ${fairness}`}${property === undefined ? '' : ` --property ${property}`}`;
	const command = `bin/polite export --promela ${words}${options}`;
	out(promelaOf(recipe, content, { command, fairness, ...(property !== undefined && { property }) }).text);
	return DONE;
}

function fairnessFrom(text: string): 'none' | 'weak' {
	if (text === 'none' || text === 'weak') return text;
	const expected = `--fairness: found '${text}', expected none or weak`;
	throw new UsageError(
		text === 'strong' ? `${expected}, for spin knows no strong fairness; 'bin/polite check' does` : expected,
	);
}
