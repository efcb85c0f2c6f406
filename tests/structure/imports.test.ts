import { expect, test } from 'vitest';
import { circleIn, moduleOf, outsideOfEngine, projectModules, roomOf, upwardIn } from './modules.ts';

const modules = projectModules();

test('no module imports itself by way of others', () => {
	expect(circleIn(modules)).toEqual([]);
});

test('imports point downward', () => {
	expect(upwardIn(modules)).toEqual([]);
});

test('the engine imports nothing but itself', () => {
	expect(modules.filter(({ path }) => roomOf(path)?.startsWith('src/engine/')).length).toBeGreaterThan(100);
	expect(outsideOfEngine(modules)).toEqual([]);
});

test('every way to import counts', () => {
	const text = `import type { A } from './a.ts';
export { b } from '../b.ts';
const c = () => import('./c.ts');
new Worker(new URL('./d.worker.ts', import.meta.url), { type: 'module' });
import font from './e.woff2?url';
import { signal } from '@preact/signals';
// import { no } from './comment.ts';
`;
	expect(moduleOf('src/site/x.ts', text).imports).toEqual([
		'src/site/a.ts',
		'src/b.ts',
		'src/site/c.ts',
		'src/site/e.woff2',
		'@preact/signals',
		'src/site/d.worker.ts',
	]);
	const page = `---\nimport A from './A.astro';\n---\n<p>import B from './B.astro'</p>\n<script>\n\timport './c.ts';\n</script>\n`;
	expect(moduleOf('components/X.astro', page).imports).toEqual(['components/A.astro', 'components/c.ts']);
});

test('a circle is found, and who only leads into it is not in it', () => {
	const circle = [
		{ path: 'src/a.ts', imports: ['src/b.ts'] },
		{ path: 'src/b.ts', imports: ['src/c.ts'] },
		{ path: 'src/c.ts', imports: ['vitest', 'src/d.ts', 'src/b.ts'] },
		{ path: 'src/d.ts', imports: [] },
	];
	expect(circleIn(circle)).toEqual(['src/b.ts', 'src/c.ts']);
});

test('an import upward is found, one within a folder or downward is none', () => {
	const house = [
		{ path: 'src/engine/a.ts', imports: ['src/experiment/b.ts', 'node:fs', 'src/engine/c/d.ts'] },
		{ path: 'src/engine/c/d.ts', imports: ['src/engine/model/e.ts'] },
		{ path: 'src/experiment/b.ts', imports: ['src/engine/a.ts', 'tests/support/walk.ts'] },
		{ path: 'src/cli/c.ts', imports: ['src/site/d.ts', 'src/sources/e.ts', 'src/experiment/b.ts'] },
		{ path: 'src/cli/c.test.ts', imports: ['src/pages/index.astro', 'tests/support/walk.ts'] },
	];
	expect(upwardIn(house)).toEqual([
		'src/engine/a.ts -> src/experiment/b.ts',
		'src/engine/c/d.ts -> src/engine/model/e.ts',
		'src/experiment/b.ts -> tests/support/walk.ts',
		'src/cli/c.ts -> src/site/d.ts',
	]);
	expect(outsideOfEngine(house)).toEqual(['src/engine/a.ts -> src/experiment/b.ts', 'src/engine/a.ts -> node:fs']);
});
