const counts = new WeakMap<Request, Map<string, number>>();

/** How many times something has been put on a page, this time included; a page's request stands for it. */
export function countOnPage(request: Request, name: string): number {
	const names = counts.get(request) ?? new Map<string, number>();
	counts.set(request, names);
	const count = (names.get(name) ?? 0) + 1;
	names.set(name, count);
	return count;
}
