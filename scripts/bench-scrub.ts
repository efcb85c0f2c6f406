/*
 * How long a frame takes while a reader scrubs through a figure of ten thousand segments, with the processor slowed
 * down four-fold by the browser:
 *
 *     npm run bench
 *
 * Reads the site in dist/, so build it first. The figure is chapter 6's own; it is handed pictures of a far longer
 * stretch. Judges nothing: exit 0, with a warning if slow.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { readContent } from '../src/cli/content.ts';
import { namedExperiments } from '../src/experiment/named-experiments.ts';
import { prepare } from '../src/experiment/prepare.ts';
import { record } from '../src/experiment/record.ts';
import { type Scene, sceneOf } from '../src/site/passage/scene.ts';
import { findBrowser } from './find-browser.mjs';
import { median } from './measure.ts';

const SLOW_DOWN = 4;
const SEGMENTS = 10_000;
const FRAMES = 120;
/** A frame of a screen that shows sixty a second, in ms. */
const FRAME_MS = 16;

const EXPERIMENT = 'both-sides';
const ADDRESS = 'chapters/polite-or-certain/';

const root = path.join(import.meta.dirname, '..');

if (existsSync(path.join(root, 'dist', ADDRESS, 'index.html'))) await measure();
else console.log('Scrubbing: not measured, since dist/ is empty; run npm start once.');

async function measure(): Promise<void> {
	const server = await preview({ root, logLevel: 'warn', server: { host: '127.0.0.1', port: 4392 } });
	const browser = await chromium.launch(await findBrowser());
	const page = await browser.newPage();
	const scene = longScene();
	const pictures = { scenes: { 'v4.20': scene, rfc: scene, 'v5.7': scene }, listings: null };
	await page.route('**/pictures/*.json', (route) => route.fulfill({ json: pictures }));
	await page.goto(`http://127.0.0.1:${server.port}/${ADDRESS}`, { waitUntil: 'networkidle' });
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await page.locator('.run-line', { hasText: 'policy rfc' }).first().waitFor();
	const drawn = await page.locator('.timeline').first().locator('.state').count();
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
	// Time of the page's own thread, which other work of the machine does not make longer.
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const before = await taskTime_ms(session);
	const frames_ms = await scrub(page);
	const work_ms = ((await taskTime_ms(session)) - before) / FRAMES;
	console.log(
		`Scrubbing ${drawn} segments and ${scene.steps.length} steps, ${SLOW_DOWN} times slowed down: ` +
			`${work_ms.toFixed(1)} ms of work a frame; by the clock ${median(frames_ms).toFixed(1)} ms (median)`,
	);
	if (work_ms > FRAME_MS) console.log(`  WARNING: more than ${FRAME_MS} ms; scrubbing should follow the hand.`);
	await browser.close();
	await server.stop();
}

async function taskTime_ms(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	const time_s = metrics.find(({ name }) => name === 'TaskDuration')?.value;
	if (time_s === undefined) throw new Error('the browser does not tell how long its tasks take');
	return time_s * 1000;
}

/** A run recorded for as long as it takes to have so many segments. */
function longScene(): Scene {
	const content = readContent();
	const experiment = namedExperiments(content).find(({ name }) => name === EXPERIMENT);
	if (experiment === undefined) throw new Error(`there is no experiment '${EXPERIMENT}'; name one in this script.`);
	const { plan } = prepare(experiment.recipe, content);
	for (let duration_ns = 10_000_000; ; duration_ns *= 2) {
		const scene = sceneOf(record({ ...plan, duration_ns }, 0, duration_ns));
		if (scene.segments.length >= SEGMENTS) return cut(scene);
	}
}

function cut(scene: Scene): Scene {
	const segments = scene.segments.toSorted(([, , from_ns], [, , other_ns]) => from_ns - other_ns).slice(0, SEGMENTS);
	const to_ns = Math.max(...segments.map(([, , , end_ns]) => end_ns));
	return {
		...scene,
		to_ns,
		segments,
		steps: scene.steps.filter(([time_ns]) => time_ns <= to_ns),
		retries: scene.retries.filter(([, time_ns]) => time_ns <= to_ns),
	};
}

/** Drags the scrubber from end to end; returns how long the page worked for each frame, in ms. */
function scrub(page: Page): Promise<number[]> {
	return page.evaluate(async (frames) => {
		const scrubber = document.querySelector<HTMLInputElement>('.scrubber');
		if (scrubber === null) throw new Error('there is no scrubber');
		const works_ms: number[] = [];
		for (let frame = 0; frame < frames; frame++) {
			await new Promise<void>((resolve) => {
				requestAnimationFrame(() => {
					const began_ms = performance.now();
					scrubber.value = String((Number(scrubber.max) * frame) / frames);
					scrubber.dispatchEvent(new Event('input', { bubbles: true }));
					// What is drawn is drawn within this frame, after this; a task of its own comes when that is done.
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => {
						works_ms.push(performance.now() - began_ms);
						resolve();
					};
					port2.postMessage(null);
				});
			});
		}
		return works_ms;
	}, FRAMES);
}
