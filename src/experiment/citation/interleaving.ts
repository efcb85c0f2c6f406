import type { CheckResult, PropertyResult } from '../check.ts';
import { fairnessWords } from '../fairness-words.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { TraceStep } from '../trace.ts';
import { COLUMNS } from './layout.ts';

/** What must not be, and comes with the last step. */
const marks: Readonly<Record<string, string>> = {
	'no-warning': 'and with that step a WARN_ON() of the C holds true.',
	'no-sigbus': 'and with that step the fault ends in SIGBUS.',
};

/**
 * A violation, one line a step: its number, who does what, and where in the C that stands. Stem and loop are told apart.
 *
 * @param functionAt names the function around a line of the model
 */
export function interleaving(
	{ name, stem, loop, weakestAssumption, fairness }: PropertyResult,
	scheduler: CheckResult['fairness'],
	functionAt: (file: string, line: number) => string,
): string[] {
	const isStuck = loop.length === 0 && (name === 'no-deadlock' || weakestAssumption === 'nothing');
	const mark = marks[name];
	const line = (from: number) => (step: TraceStep, index: number) => stepLines(step, from + index, functionAt);
	return [
		...stem.flatMap(line(1)),
		...(isStuck ? ['and then nobody can run any more.'] : []),
		...(mark === undefined ? [] : [mark]),
		...(loop.length > 0 ? ['and from here for ever:'] : []),
		...loop.flatMap(line(stem.length + 1)),
		...(loop.length > 0 && scheduler !== 'none'
			? wrapText(`Fair, since ${fairnessWords({ fairness })}.`, '', COLUMNS)
			: []),
	];
}

/** The place stands at the right: function, file and line, or as much of that as there is room for. */
function stepLines(
	{ thread, words, file, lines }: TraceStep,
	number: number,
	functionAt: (file: string, line: number) => string,
): string[] {
	const line = lines[0] ?? 0;
	const name = functionAt(file, line);
	const short = `${file.split('/').at(-1)}:${line}`;
	const text = `${String(number).padStart(3)} ${thread} ${words}`;
	const fitting = [`${name} ${short}`, name, short].find((place) => text.length + 2 + place.length <= COLUMNS);
	if (fitting !== undefined) return [text + fitting.padStart(COLUMNS - text.length)];
	const [first = '', ...more] = wrapText(`${thread} ${words}  ${short}`, '    ', COLUMNS);
	return [`${String(number).padStart(3)} ${first.trimStart()}`, ...more];
}
