/**
 * A number in three significant digits, or all of a whole number that has more: 0.053, 1.75, 42.1, 8130. Null is '-'.
 */
export function formatNumber(value: number | null): string {
	if (value === null) return '-';
	if (value === 0) return '0';
	const size = Math.abs(value);
	const decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
	const text = value.toFixed(decimals);
	return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const units = [
	{ ns: 1e9, unit: 's' },
	{ ns: 1e6, unit: 'ms' },
	{ ns: 1e3, unit: 'us' },
	{ ns: 1, unit: 'ns' },
] as const;

/** A time in ns, in the unit that keeps it between 1 and 1000: '863 ns', '20.1 us', '1.02 ms'. Null is '-'. */
export function formatTime(time_ns: number | null): string {
	if (time_ns === null) return '-';
	// 999.6 of a unit would be rounded to 1000 of it.
	const { ns, unit } = units.find((each) => time_ns >= 0.9995 * each.ns) ?? units[3];
	return `${formatNumber(time_ns / ns)} ${unit}`;
}

/** A share, 0 .. 1, in per cent with one decimal: '12.5%'; nothing at all is '0%'. Null is '-'. */
export function formatShare(share: number | null): string {
	if (share === null) return '-';
	return share === 0 ? '0%' : `${(share * 100).toFixed(1)}%`;
}
