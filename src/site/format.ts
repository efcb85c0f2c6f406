/** Units of time, by how many ns each is; in the order in which they are tried. */
const units = { s: 1e9, ms: 1e6, us: 1e3 } as const;

export type TimeUnit = keyof typeof units;

/** What a figure measures, which decides how it is written. */
export type FigureKind = 'time' | 'share' | 'count';

/** Reads off a path into a result what its figure measures. */
export function kindOf(path: string): FigureKind {
	const names = path.split('.');
	if (names.at(-1) === 'count') return 'count';
	if (names.some((name) => name.endsWith('_ns'))) return 'time';
	return names.includes('share') ? 'share' : 'count';
}

/**
 * Writes a figure for the reader: two significant digits and its unit, as in '350', '1.2', '51 ms', '35 %'. Whole
 * numbers below 100 stay as they are.
 *
 * @param value in ns for times, 0 to 1 for shares.
 * @param unit of a time; by its size unless told.
 */
export function figure(value: number, kind: FigureKind, unit: TimeUnit = unitFor(value)): string {
	switch (kind) {
		case 'time':
			return `${twoDigits(value / units[unit])} ${unit}`;
		case 'share':
			return `${twoDigits(value * 100)} %`;
		case 'count':
			return twoDigits(value);
	}
}

/** The largest unit of which a time (ns) is at least one; us for all that is shorter. */
export function unitFor(value_ns: number): TimeUnit {
	const names = Object.keys(units) as TimeUnit[];
	// What would be rounded up to 1000 belongs to the next unit.
	return names.find((name) => value_ns >= units[name] * 0.9995) ?? 'us';
}

/** Rounds to two significant digits: 352.95 is 350, 0.0123 is 0.012. */
export function twoDigits(value: number): string {
	if (Number.isInteger(value) && Math.abs(value) < 100) return String(value);
	const rounded = Number(value.toPrecision(2));
	if (Math.abs(rounded) < 10) return rounded.toFixed(decimalsOf(rounded));
	return rounded.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** How many places behind the point show two digits of a number below 10. */
function decimalsOf(value: number): number {
	if (value === 0) return 0;
	return 1 - Number(value.toExponential(1).split('e')[1]);
}

/** Writes how far a value may be off, in the value's own unit and with one decimal more than it has at most. */
export function margin(value: number, plusOrMinus: number, kind: FigureKind, unit: TimeUnit): string {
	const [digits = ''] = figure(value, kind, unit).split(' ');
	const scale = kind === 'time' ? 1 / units[unit] : kind === 'share' ? 100 : 1;
	const decimals = (digits.split('.')[1]?.length ?? 0) + 1;
	const text = twoDigits(plusOrMinus * scale);
	return (text.split('.')[1]?.length ?? 0) > decimals ? (plusOrMinus * scale).toFixed(decimals) : text;
}

/** A point in model time, in us, as axes, readouts and tables write it: '12.35 us'. */
export function moment(time_ns: number): string {
	return `${(time_ns / 1000).toFixed(2)} us`;
}
