import { rwSemaphores } from '../engine/kernel/rw-semaphore.ts';
import type { Time } from './time.ts';

/** Under which heading a key is listed. */
export type KeyGroup = 'rules' | 'threads' | 'run' | 'times' | 'gaps';

/** The headings, in the order in which they are listed. */
export const groupTitles: Readonly<Record<KeyGroup, string>> = {
	rules: 'Rules',
	threads: 'Threads, so many of each',
	run: 'The run',
	times: 'How long things take',
	gaps: 'How long each thread pauses',
};

interface Common {
	/** The same word everywhere: in a recipe's JSON, as `--option`, in a link. */
	readonly name: string;
	readonly group: KeyGroup;
	/** One line, for lists of options. */
	readonly meaning: string;
	/** Folded away where there is little room: turned seldom. */
	readonly rare?: true;
}

/**
 * What a recipe may say.
 * - `era`: one of the texts in the folder of that name under content/eras/.
 * - `choice`: one of a list of words.
 * - `whole`: a whole number, both ends included.
 * - `time`: how long something takes, see `Time`; the C calls it by the name with `_` for `-`, as in `spend(io_ns)`,
 *   if it is `spendable`.
 * - `diff`: a reader's own change to the model's C, as the text of a unified diff; '' is none.
 */
export type Key =
	| (Common & { readonly kind: 'era'; readonly default: string })
	| (Common & { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] })
	| (Common & {
			readonly kind: 'whole';
			readonly default: number;
			readonly min: number;
			readonly max: number;
			readonly unit: string | null;
	  })
	| (Common & {
			readonly kind: 'time';
			readonly default: Time;
			readonly spendable: boolean;
			/** Where its random numbers come from; never changed, so that a seed keeps its meaning. */
			readonly stream: number;
	  })
	| (Common & { readonly kind: 'diff'; readonly default: '' });

/** Most threads, of each kind and in all: beyond it the lanes are unreadable and a state needlessly large. */
export const THREADS_MAX = 64;

const threads = { group: 'threads', kind: 'whole', default: 0, min: 0, max: THREADS_MAX, unit: null } as const;
const time = { group: 'times', kind: 'time', spendable: true } as const;
const gap = { group: 'gaps', kind: 'time', spendable: true } as const;

/**
 * All keys of a recipe, in their canonical order. Defaults are those of a machine of 2019 with a fast disk, in round
 * numbers: somebody's choice, not a measurement. Each can be turned, and results may turn with it.
 */
export const keys = [
	{ name: 'policy', group: 'rules', kind: 'era', default: 'v4.20', meaning: 'how often a fault may be retried' },
	// The page lock as the thread of January 2019 pictures it: a line.
	{ name: 'page-lock', group: 'rules', kind: 'era', default: 'fifo', meaning: 'who gets the page lock' },
	// The kernel's own number since v5.9; its page lock alone has it.
	{
		name: 'page-lock-unfairness',
		rare: true,
		group: 'rules',
		kind: 'whole',
		default: 5,
		min: 0,
		max: 16,
		unit: null,
		meaning: 'v5.9: losses until handed it',
	},
	{
		name: 'rwsem',
		group: 'rules',
		kind: 'choice',
		default: 'queue',
		choices: Object.keys(rwSemaphores),
		meaning: 'who gets mmap_sem',
	},
	{ name: 'patch', group: 'rules', kind: 'diff', default: '', meaning: 'your own change to the C, a diff' },

	// Nobody is there unless a recipe asks for them.
	{ ...threads, name: 'victims', meaning: 'threads that fault on the page' },
	{ ...threads, name: 'faulters', meaning: 'same process, same page' },
	{ ...threads, name: 'neighbours', meaning: 'same page, each in a process of its own' },
	{ ...threads, name: 'bystanders', meaning: 'same process, each on a page of its own' },
	{ ...threads, name: 'writers', meaning: 'same process, take mmap_sem for writing' },
	{ ...threads, name: 'lockers', meaning: 'take the page lock without a fault' },
	{ ...threads, name: 'inverters', rare: true, meaning: 'lock the page, then take mmap_sem' },
	{ ...threads, name: 'gups', rare: true, meaning: 'fault under mmap_sem, allow no retry' },
	{ ...threads, name: 'monitors', rare: true, meaning: 'protect the page from writes, and copy it' },
	{ ...threads, name: 'killers', rare: true, meaning: 'kill the first victim, once' },
	{ ...threads, name: 'signallers', rare: true, meaning: 'send it another signal, once' },
	{ ...threads, name: 'nowaits', rare: true, meaning: 'fault, and must not sleep for the page' },

	{
		name: 'seed',
		group: 'run',
		kind: 'whole',
		default: 1,
		min: 0,
		max: 2 ** 32 - 1,
		unit: null,
		meaning: 'of all random times',
	},
	{
		name: 'seeds',
		group: 'run',
		kind: 'whole',
		default: 1,
		min: 1,
		max: 1000,
		unit: null,
		meaning: 'how many seeds to run, from that one on',
	},
	// Long enough for some thousand faults, short enough to be run again at each turn of a switch.
	{
		name: 'duration-ms',
		group: 'run',
		kind: 'whole',
		default: 100,
		min: 1,
		max: 60_000,
		unit: 'ms',
		meaning: 'model time of each run',
	},
	// An atomic operation on a cache line that another CPU had last.
	{
		name: 'step-ns',
		rare: true,
		group: 'run',
		kind: 'whole',
		default: 50,
		min: 1,
		max: 1_000_000,
		unit: 'ns',
		meaning: 'each step on what threads share',
	},

	// From wake_up to running on an idle CPU: a few microseconds, sometimes many.
	{
		...time,
		name: 'wake-ns',
		stream: 9,
		default: 'exponential:4000',
		spendable: false,
		meaning: 'from being woken to running',
	},
	// RWSEM_WAIT_TIMEOUT of v5.3: four milliseconds at least.
	{
		...time,
		name: 'rwsem-timeout-ns',
		rare: true,
		stream: 10,
		default: 4_000_000,
		spendable: false,
		meaning: 'handoff, v5.3: until the first asks',
	},
	// The page is there already; what is left is to write its entry.
	{ ...time, name: 'map-ns', stream: 0, default: 500, meaning: 'a fault maps the page' },
	// One read from an NVMe drive.
	{ ...time, name: 'io-ns', stream: 1, default: 'exponential:80000', meaning: 'a locker keeps the page locked' },
	// A small mmap() or munmap().
	{ ...time, name: 'write-ns', stream: 2, default: 3000, meaning: 'a writer keeps mmap_sem' },
	// Some pages copied to where the snapshot goes.
	{
		...time,
		name: 'snapshot-ns',
		rare: true,
		stream: 14,
		default: 20_000,
		meaning: 'a monitor keeps the page protected',
	},

	// Constant, so that all policies are asked equally often.
	{ ...gap, name: 'victim-gap-ns', stream: 3, default: 100_000, meaning: 'a victim, between two faults' },
	{ ...gap, name: 'faulter-gap-ns', stream: 4, default: 'exponential:20000', meaning: 'a faulter, between two faults' },
	{
		...gap,
		name: 'neighbour-gap-ns',
		stream: 5,
		default: 'exponential:20000',
		meaning: 'a neighbour, between two faults',
	},
	{
		...gap,
		name: 'bystander-gap-ns',
		stream: 6,
		default: 'exponential:20000',
		meaning: 'a bystander, between two faults',
	},
	{ ...gap, name: 'writer-gap-ns', stream: 7, default: 'exponential:50000', meaning: 'a writer, between two changes' },
	// Far shorter than the work, so that the page is locked more often than not.
	{ ...gap, name: 'locker-gap-ns', stream: 8, default: 'exponential:2000', meaning: 'a locker, between two locks' },
	{
		...gap,
		name: 'inverter-gap-ns',
		stream: 11,
		default: 'exponential:50000',
		meaning: 'an inverter, between two locks',
	},
	{ ...gap, name: 'gup-gap-ns', stream: 12, default: 'exponential:20000', meaning: 'a gup, between two faults' },
	{ ...gap, name: 'nowait-gap-ns', stream: 13, default: 'exponential:20000', meaning: 'a nowait, between two faults' },
	{
		...gap,
		name: 'monitor-gap-ns',
		stream: 15,
		default: 'exponential:50000',
		meaning: 'a monitor, between two rounds',
	},
	// Late enough that the victim has had some faults, early enough for a short run.
	{ ...gap, name: 'killer-gap-ns', stream: 16, default: 50_000_000, meaning: 'a killer, until it kills' },
	{ ...gap, name: 'signaller-gap-ns', stream: 17, default: 50_000_000, meaning: 'a signaller, until it does' },
] as const satisfies readonly Key[];

type NameOf<Kind extends Key['kind']> = Extract<(typeof keys)[number], { kind: Kind }>['name'];

export type KeyName = (typeof keys)[number]['name'];
export type EraKey = NameOf<'era'>;
export type ChoiceKey = NameOf<'choice'>;
export type WholeKey = NameOf<'whole'>;
export type TimeKey = NameOf<'time'>;
export type DiffKey = NameOf<'diff'>;

/** Every key's entry, by its name. */
export const keyByName: ReadonlyMap<string, Key> = new Map(keys.map((key) => [key.name, key]));

/** The times that the C may `spend()`, in the order of their numbers. */
export const spendableKeys: readonly TimeKey[] = keys.flatMap((key) =>
	key.kind === 'time' && key.spendable ? [key.name] : [],
);
