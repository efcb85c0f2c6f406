import { activities } from '../../src/engine/simulate/activity.ts';
import type { ActorResult, HistogramName } from '../../src/engine/simulate/measure.ts';
import type { Plan } from '../../src/engine/simulate/plan.ts';
import { simulate } from '../../src/engine/simulate/simulate.ts';

/** The lines that threads wait in: what a thread does there, and where its waits are written down once they end. */
const lines = {
	mmap_sem: { doing: ['waits for mmap_sem'], waits: ['readWait_ns', 'writeWait_ns'] },
	page: {
		doing: [
			'waits to be told, nothing held',
			'waits for the page lock, nothing held',
			'waits for the page lock, mmap_sem held',
		],
		waits: ['pageSleepPolite_ns', 'pageSleepHolding_ns'],
	},
	userfaultfd: { doing: ['waits for userfaultfd, nothing held'], waits: ['userfaultSleep_ns'] },
} as const satisfies Record<
	string,
	{ readonly doing: readonly (typeof activities)[number][]; readonly waits: readonly HistogramName[] }
>;

/** Both sides of Little's law for one line, times the length of the run: so both are whole numbers of ns. */
export interface LittlesLaw {
	readonly line: string;
	/** How many waited, added up over all of the run: the number of those waiting, times how long it was so. */
	readonly crowd_ns: number;
	/** All that was waited: by the waits that the engine measured, and those not ended yet. */
	readonly waited_ns: number;
}

/** Runs a plan, counts who waits as it goes, and lays that beside the waits that the run reports. */
export function littlesLaw(plan: Plan): LittlesLaw[] {
	const names = Object.keys(lines) as (keyof typeof lines)[];
	const lineOf = activities.map((activity) =>
		names.findIndex((name) => lines[name].doing.some((each) => each === activity)),
	);
	const since_ns = plan.threads.map(() => 0);
	const inLine = plan.threads.map(() => -1);
	const crowd = names.map(() => ({ count: 0, from_ns: 0, ns: 0 }));
	const change = (line: number, by: number, now_ns: number) => {
		const each = crowd[line];
		if (each === undefined) return;
		each.ns += each.count * (now_ns - each.from_ns);
		each.from_ns = now_ns;
		each.count += by;
	};
	const { actors, time_ns } = simulate(plan, {
		step() {},
		retry() {},
		activity(now_ns, thread, activity) {
			const [left, entered] = [inLine[thread] as number, lineOf[activity] as number];
			if (left === entered) return;
			change(left, -1, now_ns);
			change(entered, 1, now_ns);
			inLine[thread] = entered;
			since_ns[thread] = now_ns;
		},
	});
	return names.map((name, line) => {
		change(line, 0, time_ns);
		const ended_ns = Object.values(actors).reduce((sum, actor) => sum + endedWaits_ns(actor, lines[name].waits), 0);
		const open_ns = inLine.reduce(
			(sum, at, thread) => sum + (at === line ? time_ns - (since_ns[thread] as number) : 0),
			0,
		);
		return { line: name, crowd_ns: (crowd[line] as { ns: number }).ns, waited_ns: ended_ns + open_ns };
	});
}

function endedWaits_ns(actor: ActorResult, names: readonly HistogramName[]): number {
	// The sum of whole numbers below 2^53: their mean times their count, but for rounding.
	return names.reduce((sum, name) => sum + Math.round((actor[name].mean ?? 0) * actor[name].count), 0);
}
