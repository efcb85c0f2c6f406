import { groupTitles, type Key, keys } from '../experiment/keys.ts';
import { DONE } from './exit-codes.ts';
import { readArguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

const general = `Polite or Certain: may a page fault be retried more than once?

  bin/polite list [--json]          the named experiments
  bin/polite run [NAME] [OPTION...] run one, or a scenario of your own
  bin/polite check [NAME] [OPTION...]  can somebody wait for ever?
  bin/polite matrix [--all]         the same, of all that was argued or shipped
  bin/polite claims [--json]        what was claimed, and what the engine says
  bin/polite export --promela [NAME] [OPTION...]  the same search, for spin
  bin/polite cite LINK|NAME [OPTION...]  an answer as plain text, for a mail
  bin/polite verify [FILE|-]        is what a mail cites so?
  bin/polite open LINK              what a link holds; nothing runs
  bin/polite serve [FOLDER] [OPTION...]  the built site, on this machine
  bin/polite help [COMMAND]         this text, or a command's

Exit codes: 0 done, 2 bad input; of check also 1 violated, 3 unknown; of claims
also 1 some fail; of verify also 1 refuted, 4 changed.

Examples:
  bin/polite run unlucky
  bin/polite run unlucky --policy rfc
  bin/polite check unlucky --policy rfc
  bin/polite help run
`;

const list = `bin/polite list [--json]

Lists the named experiments: name, title, what each shows, and the options of
'run' that make it.

  --json    an array of {name, title, description} with every key of the recipe

Example:
  bin/polite list --json
`;

const runHead = `bin/polite run [NAME] [OPTION...] [--json]

Runs the named experiment as the options change it. Without NAME nobody is
there until the options bring threads in.
`;

const runTail = `
A time is a whole number of ns, 'uniform:2000:8000' or 'exponential:5000'.
A patch may be a mail, quoted, cut short, its white space lost; '-' reads it
from standard input. It is laid over the C of --page-lock and --policy; stderr
tells where each hunk landed.
  --json    the result as JSON; src/cli/README.md says what is in it

Examples:
  bin/polite run unlucky --policy rfc --seed 7
  bin/polite run unlucky --policy rfc --seeds 20 --json
  bin/polite run --victims 1 --lockers 2 --io-ns uniform:50000:150000
`;

const check = `bin/polite check [NAME|FILE.json] [OPTION...] [--json]

Looks at every order in which the threads of the scenario can run, and says of
each property whether it holds. One fault of the victim is looked at; all others
go on for ever. What is violated is shown step by step.

The options of 'run' change the scenario; its times and seeds do not matter.
  --fairness NAME   what is taken for granted of the scheduler [weak]:
                    none; weak: a thread that can always run eventually
                    runs; strong: one that can run again and again does
  --max-states N    end there, and say UNKNOWN [20000000]
  --json            the result as JSON; src/cli/README.md says what is in it

Exit codes: 0 all hold, 1 some violated, 3 some unknown, 2 bad input.

Examples:
  bin/polite check unlucky --policy rfc
  bin/polite check --victims 1 --lockers 1 --page-lock v4.20 --fairness strong
`;

const matrix = `bin/polite matrix [--all] [--json]

Checks the rules that people argued for or shipped, row by row, each in the same
few scenarios. A trace is given as so many steps once + so many for ever;
'bin/polite check' prints it.

  --all     every policy under every page lock and every semaphore; takes minutes
  --json    an array of rows; src/cli/README.md says what is in it

Example:
  bin/polite matrix
`;

const claims = `bin/polite claims [--json]

Asks the engine for everything that the site's claims rest on: each claim with
its checks, and what was found. Takes some seconds.

  --json    an array of claims; src/cli/README.md says what is in it

Exit codes: 0 all checks hold, 1 some fail, 2 bad input.

Example:
  bin/polite claims
`;

const exportHelp = `bin/polite export --promela [NAME|FILE.json] [OPTION...]

Writes what 'check' would search as Promela, for spin, which searches on many
cores and many machines: a process a thread, the lines of the C as comments,
each property as a claim. The head of the file says how to run it.

The options of 'run' change the scenario; its times and seeds do not matter.
  --property NAME   this one alone, by its name in 'check'
  --fairness NAME   what is taken for granted of the scheduler [weak]: none, weak

Example:
  bin/polite export --promela unlucky --policy rfc > unlucky.pml
`;

const cite = `bin/polite cite LINK|NAME|FILE.json [OPTION...]

Runs what a link is about, or an experiment as the options of 'run' change it,
and prints the answer as plain text that convinces by itself: step by step, or
as a table against the experiment as it is. A link says all; it takes no option.

  --of PROPERTY     what 'check' says of that property, instead of a run
  --fairness NAME   with --of, as in 'check'
  --max-states N    with --of, as in 'check'

The environment's SITE_URL and SITE_BASE go before the link.

Examples:
  bin/polite cite unlucky --policy rfc --of victim-completes
  bin/polite cite unlucky --policy rfc --seeds 20
  bin/polite cite 'x/unlucky/#v=1&policy=rfc&of=victim&m=7788c65c&d=V'
`;

const verify = `bin/polite verify [FILE|-]

Finds the citations of a mail or mbox, quoted, wrapped, among other text, and
asks the engine again for each.

  CONFIRMED   it says the same, to the letter
  CHANGED     another model or engine was cited than this; both answers are shown
  REFUTED     the same model and engine say something else
  UNREADABLE  a part is missing, damaged, or contradicts another

Exit codes: 0 CONFIRMED, 4 CHANGED, 1 REFUTED, 2 UNREADABLE; of several the one
that stands lowest here.

Examples:
  bin/polite verify citation.txt
  bin/polite cite unlucky --of writer-enters | bin/polite verify -
`;

const open = `bin/polite open LINK

Says what a link holds, and runs nothing: experiment, what is changed, what is
asked, what it promises, by which model, and the command that runs it.

Example:
  bin/polite open 'x/unlucky/#v=1&policy=rfc&of=victim&m=7788c65c&d=V'
`;

const serve = `bin/polite serve [FOLDER] [--port N] [--base PATH]

Serves a built site, of the folder dist unless another is named, on this machine
and to this machine alone. It builds nothing; 'npm start' does both.

  --port N          instead of 4321 or the next one that is free
  --base PATH       where the site stands on its host, as it was built for [/]

The environment's SITE_BASE is the base unless --base is given.

Examples:
  bin/polite serve
  bin/polite serve dist-sub-path --base /sub/path/
`;

/** `bin/polite help`. Throws UsageError if there is no such command. */
export function helpCommand(args: readonly string[], { out }: Streams): number {
	const { words } = readArguments(args, { command: 'help', valueOptions: [], flags: ['help'], wordsMax: 1 });
	out(helpText(words[0] ?? 'help'));
	return DONE;
}

/** What a command does, its options, examples; 'help' tells of all commands. Throws UsageError if there is no such command. */
export function helpText(command: string): string {
	switch (command) {
		case 'help':
			return general;
		case 'list':
			return list;
		case 'run':
			return `${runHead}${optionLines().join('\n')}\n${runTail}`;
		case 'check':
			return check;
		case 'matrix':
			return matrix;
		case 'export':
			return exportHelp;
		case 'claims':
			return claims;
		case 'cite':
			return cite;
		case 'verify':
			return verify;
		case 'open':
			return open;
		case 'serve':
			return serve;
		default:
			throw new UsageError(
				`no help for '${command}'; the commands are list, run, check, matrix, export, claims, cite, verify, open, serve and help`,
			);
	}
}

const kindWords: Readonly<Record<Key['kind'], string>> = {
	era: 'NAME',
	choice: 'NAME',
	whole: 'N',
	time: 'TIME',
	diff: 'FILE',
};

function optionLines(): string[] {
	return Object.entries(groupTitles).flatMap(([group, title]) => [
		'',
		`${title}:`,
		...keys.filter((key) => key.group === group).map(optionLine),
	]);
}

function optionLine(key: Key): string {
	const preset = key.default === '' ? '' : ` [${key.default}]`;
	return `  ${`--${key.name} ${kindWords[key.kind]}`.padEnd(25)}${key.meaning}${preset}`;
}
