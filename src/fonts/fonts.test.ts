import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

test('all fonts together weigh no more than 100 KiB', () => {
	const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.woff2'));
	const sizes_bytes = files.map((file) => statSync(path.join(import.meta.dirname, file)).size);
	expect(files).not.toEqual([]);
	expect(sizes_bytes.reduce((sum, size_bytes) => sum + size_bytes, 0)).toBeLessThanOrEqual(100 * 1024);
});
