/** What a worker says first: the name of a lock that it holds as long as it lives. */
export interface Alive {
	readonly alive: string;
}

/**
 * In a worker: hears orders, once the page can know by a lock that the worker is gone. What goes wrong unheard is told
 * to the page as an error.
 */
export function hearOrders<Order>(hear: (order: Order) => void): void {
	const watched = letBeWatched();
	// The browser tells the page by itself what is thrown, but not what a promise failed of.
	self.addEventListener('unhandledrejection', ({ reason }) => reportError(reason));
	self.onmessage = ({ data }: MessageEvent<Order>) => void watched.then(() => hear(data));
}

/** Some pages have no locks, those without encryption for one: there nobody knows when a worker is gone. */
function letBeWatched(): Promise<void> {
	return new Promise((resolve) => {
		if (!('locks' in navigator)) return resolve();
		// No other worker has a lock of this name, in any tab.
		const alive = `worker ${performance.timeOrigin} ${Math.random()}`;
		const hold = () => {
			self.postMessage({ alive } satisfies Alive);
			resolve();
			return new Promise(() => {});
		};
		navigator.locks.request(alive, hold).catch(() => resolve());
	});
}
