import type { Report } from './report.ts';
import type { FunctionDefinition, Located } from './syntax.ts';

/** Calls are inlined, so no function may lead back to itself. Reports each cycle once, with the place of every call. */
export function reportRecursion(
	functions: ReadonlyMap<string, FunctionDefinition>,
	calls: ReadonlyMap<string, ReadonlyMap<string, Located>>,
	report: Report,
): void {
	const finished = new Set<string>();
	for (const start of functions.keys()) {
		// The path from `start`, each function with the calls still to follow. A stack of our own:
		// chains of calls may be longer than the engine's.
		const path: { name: string; rest: [string, Located][] }[] = [];
		const onPath = new Set<string>();
		const open = (name: string): void => {
			path.push({ name, rest: [...(calls.get(name) ?? [])] });
			onPath.add(name);
		};
		if (!finished.has(start)) open(start);
		for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
			const call = top.rest.shift();
			if (call === undefined) {
				path.pop();
				onPath.delete(top.name);
				finished.add(top.name);
			} else if (onPath.has(call[0])) {
				const cycle = path.slice(path.findIndex(({ name }) => name === call[0])).map(({ name }) => name);
				reportCycle([...cycle, call[0]], calls, call[1], report);
			} else if (!finished.has(call[0])) {
				open(call[0]);
			}
		}
	}
}

function reportCycle(
	cycle: readonly string[],
	calls: ReadonlyMap<string, ReadonlyMap<string, Located>>,
	at: Located,
	report: Report,
): void {
	const steps = cycle.slice(1).map((callee, index) => {
		const place = calls.get(cycle[index] ?? '')?.get(callee)?.place;
		return `${cycle[index]} calls ${callee} (${place?.file}:${place?.line}:${place?.column})`;
	});
	report.error(
		'recursion',
		at,
		`recursion is not part of model C: ${steps.join(', ')}`,
		'use a loop: calls are put in place of their names',
	);
}
