const seen = new WeakMap<Request, Set<string>>();

/** Whether this is the first time that something is put on a page, which its request stands for. */
export function firstOnPage(request: Request, name: string): boolean {
	const names = seen.get(request) ?? new Set();
	seen.set(request, names);
	if (names.has(name)) return false;
	names.add(name);
	return true;
}
