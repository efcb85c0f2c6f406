import { type LockQueue, USERFAULTFD } from '../../experiment/queues-at.ts';

/** The places that a lock's drawing must have: its kind and number, then the most who hold it or queue at once. */
export type QueueRoom = readonly [lock: number, number: number, places: number];

/** The room that the locks need in any of these moments, and besides in `room`; by kind, then by number. */
export function queueRoom(moments: readonly (readonly LockQueue[])[], room: readonly QueueRoom[] = []): QueueRoom[] {
	const most = new Map(room.map((one) => [`${one[0]} ${one[1]}`, one]));
	for (const [lock, number, holders, line] of moments.flat()) {
		const name = `${lock} ${number}`;
		// A lock that nobody holds is drawn as free, which takes a place; nobody holds a userfaultfd.
		const held = lock === USERFAULTFD ? 0 : Math.max(1, holders.length);
		most.set(name, [lock, number, Math.max(most.get(name)?.[2] ?? 0, held + line.length)]);
	}
	return [...most.values()].sort(([lock, number], [other, otherNumber]) => lock - other || number - otherNumber);
}
