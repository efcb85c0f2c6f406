import { expect, test } from 'vitest';
import { keys } from './keys.ts';

test('each time has random numbers of its own', () => {
	const streams = keys.flatMap((key) => (key.kind === 'time' ? [key.stream] : []));
	expect(new Set(streams).size).toBe(streams.length);
	expect(streams.length).toBeGreaterThan(0);
});

test('each thread has a pause of its own', () => {
	const names = keys.map(({ name }) => name as string);
	for (const { name, group } of keys) {
		if (group === 'threads') expect(names).toContain(`${name.slice(0, -1)}-gap-ns`);
	}
});
