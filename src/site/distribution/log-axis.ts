import { figure } from '../format.ts';

/** Room for half a mark at both ends, and for the mark of 0 before the first decade, in per cent of the width. */
const EDGE = 3;
const ZERO_ROOM = 12;
/** More labels than this would touch on a phone. */
const LABELS_MOST = 5;

/** An axis of times on which each decade is as wide as the next; 0 has a place of its own at the left. */
export interface LogAxis {
	/** Powers of ten, in ns. */
	readonly from_ns: number;
	readonly to_ns: number;
	readonly hasZero: boolean;
}

/** The axis of whole decades that has a place for all these times (ns). */
export function logAxis(values_ns: readonly number[]): LogAxis {
	const times = values_ns.filter((value) => value > 0);
	const from = times.length > 0 ? Math.floor(Math.log10(Math.min(...times))) : 3;
	const to = times.length > 0 ? Math.ceil(Math.log10(Math.max(...times))) : 3;
	return { from_ns: 10 ** from, to_ns: 10 ** Math.max(to, from + 1), hasZero: times.length < values_ns.length };
}

/** Where a time stands, in per cent of the width with a hundredth of precision; times below the axis stand at its start. */
export function acrossLog(time_ns: number, { from_ns, to_ns, hasZero }: LogAxis): number {
	const start = hasZero ? EDGE + ZERO_ROOM : EDGE;
	if (time_ns < from_ns) return EDGE;
	const share = Math.log10(time_ns / from_ns) / Math.log10(to_ns / from_ns);
	return Math.round((start + share * (100 - EDGE - start)) * 100) / 100;
}

/** The decades and, where there is one, 0; not every one of many has a label. */
export function logTicks(axis: LogAxis): { at: number; label: string | null }[] {
	const decades = Math.round(Math.log10(axis.to_ns / axis.from_ns));
	const every = Math.ceil((decades + 1) / LABELS_MOST);
	const ticks = Array.from({ length: decades + 1 }, (_, decade) => {
		const time_ns = axis.from_ns * 10 ** decade;
		return { at: acrossLog(time_ns, axis), label: decade % every === 0 ? labelOf(time_ns) : null };
	});
	return axis.hasZero ? [{ at: EDGE, label: '0' }, ...ticks] : ticks;
}

/** A power of ten needs no second digit: '0.1 us'. */
function labelOf(time_ns: number): string {
	return figure(time_ns, 'time').replace(/(\.\d*[1-9])0+ /, '$1 ');
}
