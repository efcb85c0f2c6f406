import { didYouMean } from '../engine/c/suggest.ts';
import { CheckError } from '../engine/check/check-error.ts';
import { ModelError } from '../engine/model/model-error.ts';
import { ClaimError } from '../experiment/claim/claims.ts';
import { ConditionError } from '../experiment/claim/parse-condition.ts';
import { EraError } from '../experiment/eras.ts';
import { LinkError } from '../experiment/link/link-error.ts';
import { CompileError } from '../experiment/model.ts';
import { ExperimentError } from '../experiment/named-experiments.ts';
import { ExportError } from '../experiment/promela/export-error.ts';
import { checkCommand } from './check.ts';
import { citeCommand } from './cite.ts';
import { claimsCommand } from './claims.ts';
import { BAD_INPUT, INTERNAL } from './exit-codes.ts';
import { exportCommand } from './export.ts';
import { helpCommand } from './help.ts';
import { listCommand } from './list.ts';
import { matrixCommand } from './matrix.ts';
import { openCommand } from './open.ts';
import { runCommand } from './run.ts';
import { serveCommand } from './serve.ts';
import { processStreams, type Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';
import { verifyCommand } from './verify.ts';

/** Does what it says, and returns the exit code. */
type Command = (args: readonly string[], streams: Streams) => number | Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
	['list', listCommand],
	['run', runCommand],
	['check', checkCommand],
	['matrix', matrixCommand],
	['export', exportCommand],
	['claims', claimsCommand],
	['cite', citeCommand],
	['verify', verifyCommand],
	['open', openCommand],
	['serve', serveCommand],
	['help', helpCommand],
]);

/** Errors whose message tells the reader what was found, where, and what to do; any other is a fault of ours. */
const readersErrors = [
	UsageError,
	ExportError,
	ExperimentError,
	LinkError,
	ClaimError,
	ConditionError,
	EraError,
	CompileError,
	ModelError,
	CheckError,
];

/**
 * The command line.
 *
 * @param argv the arguments behind `bin/polite`
 * @returns the exit code: 0 done, 2 bad input, about which stderr has a message; `check` and `verify` have more
 */
export async function main(argv: readonly string[], streams: Streams = processStreams()): Promise<number> {
	try {
		const [first = 'help', ...args] = argv;
		const name = first === '--help' || first === '-h' ? 'help' : first;
		const command = commands.get(name);
		if (command === undefined) {
			throw new UsageError(`unknown command '${name}'; ${didYouMean(name, commands.keys(), 'see bin/polite help')}`);
		}
		return await command(args, streams);
	} catch (error) {
		if (!readersErrors.some((kind) => error instanceof kind)) {
			streams.err(`polite: a fault of its own, please report it: ${(error as Error).stack}\n`);
			return INTERNAL;
		}
		for (const line of (error as Error).message.split('\n')) streams.err(`polite: ${line}\n`);
		return BAD_INPUT;
	}
}
