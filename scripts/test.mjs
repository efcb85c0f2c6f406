// Runs all tests in order, stops at the first that fails, and ends with a summary. Exit code 0 only if all passed.
//   node scripts/test.mjs [STEP...]    only these steps; without any, all of them
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const rootFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The second build stands in a folder of its host, as on many a static server; the browser tests look at both. */
const steps = [
	{ name: 'types', command: 'astro check --minimumFailingSeverity warning' },
	{ name: 'biome', command: 'biome check --error-on-warnings' },
	{ name: 'knip', command: 'knip' },
	{ name: 'vitest', command: 'vitest run' },
	{ name: 'build', command: 'astro build' },
	{ name: 'build-sub-path', command: 'astro build --outDir dist-sub-path', environment: { SITE_BASE: '/sub/path/' } },
	{ name: 'playwright', command: 'playwright test' },
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !steps.some((step) => step.name === name));
if (unknown !== undefined) {
	console.error(`'${unknown}' is no step; the steps are ${steps.map((step) => step.name).join(', ')}.`);
	process.exit(2);
}

const reports = [];
let failed;
for (const step of steps) {
	if (wanted.length > 0 && !wanted.includes(step.name)) continue;
	console.log(`\n== ${step.name}: ${step.command}`);
	const began_ms = performance.now();
	const passed = run(step);
	const duration_s = ((performance.now() - began_ms) / 1000).toFixed(1);
	reports.push(`${passed ? 'passed' : 'FAILED'}  ${step.name} (${duration_s} s)`);
	if (!passed) {
		failed = step;
		break;
	}
}

console.log(`\n${reports.join('\n')}`);
if (failed) {
	console.log(`\nnpm test stopped at '${failed.name}'; what comes after it was not run.`);
	console.log(`Once mended, try it alone: npm test -- ${failed.name}`);
	process.exitCode = 1;
} else {
	console.log(`\nAll ${reports.length} steps passed.`);
}

/** Runs a step's command from the project's folder, its output as it comes; returns whether it succeeded. */
function run({ command, environment }) {
	const [program, ...programArguments] = command.split(' ');
	const binaries = path.join(rootFolder, 'node_modules', '.bin');
	const { status, error } = spawnSync(program, programArguments, {
		cwd: rootFolder,
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: {
			...process.env,
			PATH: binaries + path.delimiter + process.env.PATH,
			ASTRO_TELEMETRY_DISABLED: '1',
			...environment,
		},
	});
	if (error) console.error(error.message);
	return status === 0;
}
