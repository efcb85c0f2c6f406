import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Returns where an author's mistake is, as in 'content/chapters/02-retry-once.mdx:14'; as much of it as is known. */
export function placeOf(fileUrl: URL | undefined, line?: number): string {
	const file = fileUrl ? path.relative(process.cwd(), fileURLToPath(fileUrl)) : 'a page';
	return line === undefined ? file : `${file}:${line}`;
}
