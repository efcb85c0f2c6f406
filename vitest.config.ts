import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
	// Components are Preact's.
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	test: {
		include: [
			'src/**/*.test.ts',
			'components/**/*.test.{ts,tsx}',
			'scripts/**/*.test.ts',
			'tests/{structure,laws,check,golden,differential,command-line,fuzz,statistics}/**/*.test.ts',
		],
		exclude: [...configDefaults.exclude, 'tests/browser/**'],
		testTimeout: 60_000,
		// Unless told, one core is left idle: of two, half the machine.
		maxWorkers: '100%',
	},
});
