import type { Duration } from '../../src/engine/simulate/duration.ts';
import type { Plan } from '../../src/engine/simulate/plan.ts';
import type { Simulation } from '../../src/engine/simulate/simulate.ts';
import { smallPlan } from '../support/small-model.ts';

/** Mean time of one customer at the counter, in ns: long beside the steps of 1 ns that go with it. */
export const SERVICE_NS = 1_000_000;

/** Customers there are at most at a time: far more than a queue that is half busy ever holds. */
const CUSTOMERS = 60;

/**
 * Handler and locks reduced to a plain queue: the source calls customers in at random times, each takes mmap_sem, keeps
 * it while it is served, and goes home until it is called again. Home is a page's wait queue.
 */
const text = `
#define SHARED 0
void customer(struct mm_struct *mm, struct page *page)
{
	struct wait_queue_head *home = page_waitqueue(page);
	for (;;) {
		spin_lock_irq(&home->lock);
		add_wait_queue_tail(home, SHARED);
		spin_unlock_irq(&home->lock);
		io_schedule();
		down_write(&mm->mmap_sem);
		spend(long_ns);
		up_write(&mm->mmap_sem);
	}
}
void source(struct page *page)
{
	struct wait_queue_head *home = page_waitqueue(page);
	for (;;) {
		spend(gap_ns);
		spin_lock_irq(&home->lock);
		if (waitqueue_active(home))
			wake_up_first(home);
		spin_unlock_irq(&home->lock);
	}
}
`;

const template = smallPlan(text, `source${' customer'.repeat(CUSTOMERS)}`);

/**
 * The plan of a queue with random arrivals and one counter.
 *
 * @param load the share of its time in which the counter is busy, 0 .. 1
 * @param service how long each customer takes, SERVICE_NS on average
 * @param arrivals how many come, on average
 */
export function plainQueue(load: number, service: Duration, arrivals: number, seed: number): Plan {
	const mean_ns = SERVICE_NS / load;
	const unused: Duration = { kind: 'constant', ns: 0 };
	return {
		...template,
		// In the order of smallPlan's names: short_ns, long_ns, gap_ns, random_ns.
		durations: [unused, service, { kind: 'exponential', mean_ns }, unused],
		wake: unused,
		seed,
		duration_ns: Math.round(arrivals * mean_ns),
		eventLimit: Number.POSITIVE_INFINITY,
	};
}

/** The mean wait of a run's customers until they are served, in ns. */
export function meanWait_ns({ actors }: Simulation): number {
	const { mean } = (actors['customer'] as NonNullable<(typeof actors)[string]>).writeWait_ns;
	if (mean === null) throw new Error('nobody came to the counter; ask for a longer run');
	return mean;
}

/** How long a customer is served, and the first moments of that time by its mean's powers, from the first on. */
export const services = {
	'M/M/1': { service: { kind: 'exponential', mean_ns: SERVICE_NS }, moments: [1, 2, 6, 24] },
	'M/D/1': { service: { kind: 'constant', ns: SERVICE_NS }, moments: [1, 1, 1, 1] },
} as const satisfies Record<string, { readonly service: Duration; readonly moments: Moments }>;
export type QueueName = keyof typeof services;

/** The first four moments. */
export type Moments = readonly [number, number, number, number];
