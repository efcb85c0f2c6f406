import type { Browser, CDPSession, Page } from '@playwright/test';
import { readContent } from '../../src/cli/content.ts';
import { namedExperiments } from '../../src/experiment/named-experiments.ts';
import { prepare } from '../../src/experiment/prepare.ts';
import { record } from '../../src/experiment/record.ts';
import { type Scene, sceneOf } from '../../src/site/passage/scene.ts';
import { noPage, onSite, SLOW_DOWN, slowDown } from './browser.ts';
import { chapter } from './pages.ts';
import type { Part } from './part.ts';
import { measured, type Row } from './row.ts';

const SEGMENTS = 10_000;
const ROUNDS = 3;
const FRAMES = 120;
/** A frame of a screen that shows sixty a second. */
const FRAME_MS = 16;

const EXPERIMENT = 'both-sides';
const CHAPTER = 'polite-or-certain';

/**
 * How long a frame takes while a reader scrubs through a figure of ten thousand segments. The figure is chapter 6's own;
 * it is handed pictures of a far longer stretch.
 */
export const scrub: Part = {
	name: 'scrub',
	title: `A frame while one scrubs, ${SLOW_DOWN} times slowed down`,
	obstacle: noPage,
	measure: () => onSite(scrubRows),
};

async function scrubRows(browser: Browser, site: string): Promise<Row[]> {
	const page = await browser.newPage();
	const scene = longScene();
	const pictures = { scenes: { 'v4.20': scene, rfc: scene, 'v5.7': scene }, listings: null };
	await page.route('**/pictures/*.json', (route) => route.fulfill({ json: pictures }));
	await page.goto(site + chapter(CHAPTER).address, { waitUntil: 'networkidle' });
	await page.getByRole('combobox', { name: 'Policy' }).first().press('ArrowDown');
	await page.locator('.run-line', { hasText: 'policy rfc' }).first().waitFor();
	const drawn = await page.locator('.timeline').first().locator('.state').count();
	const session = await slowDown(page);
	// Time of the page's own thread, which other work of the machine does not make longer.
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const works_ms: number[] = [];
	const frames_ms: number[] = [];
	while (works_ms.length < ROUNDS) {
		const before_ms = await taskTime_ms(session);
		frames_ms.push(...(await scrubThrough(page)));
		works_ms.push(((await taskTime_ms(session)) - before_ms) / FRAMES);
	}
	const label = { scenario: `${drawn.toLocaleString('en-US')} segments`, unit: 'ms' };
	return [
		measured({ ...label, what: 'work', aim: { atMost: FRAME_MS } }, works_ms),
		measured({ ...label, what: 'by the clock' }, frames_ms),
	];
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
function scrubThrough(page: Page): Promise<number[]> {
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
