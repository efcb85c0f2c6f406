import { parseArgs } from 'node:util';
import { didYouMean } from '../engine/c/suggest.ts';
import { UsageError } from './usage-error.ts';

/** What a command understands. */
export interface Syntax {
	readonly command: string;
	/** Options that want a value: `--seed 7` or `--seed=7`; of several the last counts. */
	readonly valueOptions: readonly string[];
	/** Options that are there or not. */
	readonly flags: readonly string[];
	/** How many words without '--' there may be. */
	readonly wordsMax: number;
}

export interface Arguments {
	readonly words: readonly string[];
	readonly values: ReadonlyMap<string, string>;
	readonly flags: ReadonlySet<string>;
}

/** Sorts a command's arguments. Throws UsageError for what it does not understand. */
export function readArguments(args: readonly string[], syntax: Syntax): Arguments {
	const words: string[] = [];
	const values = new Map<string, string>();
	const flags = new Set<string>();
	for (const token of tokensOf(args, syntax)) {
		if (token.kind === 'positional') words.push(token.value);
		if (token.kind !== 'option') continue;
		const { name, rawName, value } = token;
		if (syntax.flags.includes(name)) {
			if (value !== undefined) throw new UsageError(`${rawName} takes no value, found '${value}'`);
			flags.add(name);
		} else if (!syntax.valueOptions.includes(name)) {
			throw new UsageError(`unknown option ${rawName}; ${nearest(name, syntax)}`);
		} else if (value === undefined) {
			throw new UsageError(`${rawName} needs a value, as in '${rawName} VALUE'; see ${help(syntax)}`);
		} else {
			values.set(name, value);
		}
	}
	if (words.length > syntax.wordsMax) {
		throw new UsageError(`found '${words[syntax.wordsMax]}' where nothing more was expected; see ${help(syntax)}`);
	}
	return { words, values, flags };
}

function tokensOf(args: readonly string[], { valueOptions, flags }: Syntax) {
	const options = Object.fromEntries([
		...valueOptions.map((name) => [name, { type: 'string' }] as const),
		...flags.map((name) => [name, { type: 'boolean', ...(name === 'help' && { short: 'h' }) }] as const),
	]);
	// Not strict, because our own complaints say more than those of the library.
	return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function nearest(name: string, syntax: Syntax): string {
	const known = [...syntax.valueOptions, ...syntax.flags].map((option) => `--${option}`);
	return didYouMean(`--${name}`, known, `see ${help(syntax)}`);
}

function help({ command }: Syntax): string {
	return `bin/polite ${command} --help`;
}
