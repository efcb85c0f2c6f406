import { type DiffKey, type KeyName, keyByName } from '../keys.ts';
import { formatTime, parseTime, type Time } from '../time.ts';
import { fromBase62, toBase62 } from './base62.ts';
import { propertyNames } from './question.ts';

/** The keys of format 1 that have a short name: all of a recipe but its patch, and what a search takes for granted. */
type Shortened = Exclude<KeyName, DiffKey> | 'fairness' | 'max-states';

/** How keys are called in a link that would be too long otherwise. Links live in archives: none is ever changed. */
export const shortNames: Readonly<Record<Shortened, string>> = {
	policy: 'po',
	'page-lock': 'pl',
	'page-lock-unfairness': 'pu',
	rwsem: 'rw',
	victims: 'vi',
	faulters: 'fa',
	neighbours: 'ne',
	bystanders: 'by',
	writers: 'wr',
	lockers: 'lo',
	inverters: 'in',
	gups: 'gu',
	monitors: 'mo',
	killers: 'ki',
	signallers: 'si',
	nowaits: 'no',
	seed: 'sd',
	seeds: 'ss',
	'duration-ms': 'du',
	'step-ns': 'st',
	'wake-ns': 'wk',
	'rwsem-timeout-ns': 'rt',
	'map-ns': 'mp',
	'io-ns': 'io',
	'write-ns': 'wn',
	'snapshot-ns': 'sn',
	'victim-gap-ns': 'vg',
	'faulter-gap-ns': 'fg',
	'neighbour-gap-ns': 'ng',
	'bystander-gap-ns': 'bg',
	'writer-gap-ns': 'wg',
	'locker-gap-ns': 'lg',
	'inverter-gap-ns': 'ig',
	'gup-gap-ns': 'gg',
	'nowait-gap-ns': 'og',
	'monitor-gap-ns': 'mg',
	'killer-gap-ns': 'kg',
	'signaller-gap-ns': 'sg',
	fairness: 'fs',
	'max-states': 'ms',
};

const longNames = new Map(Object.entries(shortNames).map(([name, short]) => [short, name]));
const initials = new Map(propertyNames.map((name) => [name.replace(/(\w)\w*-(\w).*/, '$1$2'), name as string]));
const shortOfProperty = new Map([...initials].map(([short, name]) => [name, short]));

/** A key and its value in short; as they are if they have no short form. */
export function shortPair([name, value]: readonly [string, string]): [string, string] {
	if (name === 'of') return [name, shortOfProperty.get(value) ?? value];
	return [shortNames[name as Shortened] ?? name, isTime(name) ? shortTime(value) : value];
}

/** What a key and its value in short stand for; as they are if they are in full. */
export function fullPair([name, value]: readonly [string, string]): [string, string] {
	if (name === 'of') return [name, initials.get(value) ?? value];
	const full = longNames.get(name);
	if (full === undefined) return [name, value];
	return [full, isTime(full) ? fullTime(value) : value];
}

function isTime(name: string): boolean {
	return keyByName.get(name)?.kind === 'time';
}

/** '5BA' for a time that is always the same, '2-8' for one that is evenly spread, '~5BA' for one around a mean: ns in base 62. */
function shortTime(text: string): string {
	const time = parseTime(/^\d+$/.test(text) ? Number(text) : text);
	switch (time?.kind) {
		case 'constant':
			return toBase62(time.ns);
		case 'uniform':
			return `${toBase62(time.from_ns)}-${toBase62(time.to_ns)}`;
		case 'exponential':
			return `~${toBase62(time.mean_ns)}`;
		case undefined:
			return text;
	}
}

/** What is no time in short stays as it is, and is refused as any wrong value is. */
function fullTime(short: string): string {
	const [, mark, first, second] = /^(~?)([0-9A-Za-z]{1,6})(?:-([0-9A-Za-z]{1,6}))?$/.exec(short) ?? [];
	if (first === undefined || (mark === '~' && second !== undefined)) return short;
	const time: Time =
		mark === '~'
			? formatTime({ kind: 'exponential', mean_ns: fromBase62(first) })
			: second === undefined
				? fromBase62(first)
				: formatTime({ kind: 'uniform', from_ns: fromBase62(first), to_ns: fromBase62(second) });
	return String(time);
}
