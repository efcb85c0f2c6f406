import { Search } from '../../experiment/check.ts';
import { answerWords, citationOf } from '../../experiment/citation/citation-of.ts';
import { commandOf } from '../../experiment/citation/command-of.ts';
import { type CitedEngine, type Findings, findingsOf, promiseOfFindings } from '../../experiment/citation/findings.ts';
import { compareOpened } from '../../experiment/link/compare-opened.ts';
import { decodeLink } from '../../experiment/link/decode-link.ts';
import { encodeLink } from '../../experiment/link/encode-link.ts';
import type { Link } from '../../experiment/link/link.ts';
import { differences, emptyRecipe } from '../../experiment/recipe.ts';
import { run } from '../../experiment/run.ts';
import { siteContent } from '../content.ts';
import { scenesOf } from '../passage/compute.ts';
import { STATES_MAX } from '../verdict/search-request.ts';
import { toldOf } from '../verdict/told.ts';
import { hearOrders } from '../worker/hear-orders.ts';
import type { Found, Held, OpenOrder, OpenReport } from './opened.ts';
import { openingStretch_us } from './opening-stretch.ts';

/** Opens one link: reads it, asks the engine, compares. To stop it, the page makes an end of the worker. */
hearOrders<OpenOrder>((order) => void open(order));

async function open({ address, site, revision }: OpenOrder): Promise<void> {
	try {
		const link = await decodeLink(address, siteContent);
		const held = await heldIn(link);
		tell({ report: 'held', held });
		const findings = findingsOf(link, engineFor(held));
		const promise = promiseOfFindings(link, findings);
		const origin = { revision, address: site + (await encodeLink(link, promise, siteContent)) };
		const found = {
			comparison: compareOpened(link.promise, promise),
			answer: answerWords(findings),
			citation: citationOf(link, findings, origin, siteContent),
			figure: figureOf(link, findings),
			data: `${JSON.stringify(findings.result, null, '\t')}\n`,
		};
		tell({ report: 'found', found });
	} catch (error) {
		// Arrays that cannot be had are told as RangeError.
		const message = error instanceof RangeError ? 'the browser has no more memory for it' : (error as Error).message;
		tell({ report: 'refused', message });
	}
}

function figureOf({ experiment, recipe }: Link, findings: Findings): Found['figure'] {
	if (findings.kind === 'check') {
		const { result, property } = findings;
		const changes = differences(recipe, experiment?.recipe ?? emptyRecipe);
		return { kind: 'check', told: toldOf(result, property, { changes, fairness: result.fairness }) };
	}
	const stretch = { from_ns: 0, to_ns: openingStretch_us(recipe) * 1000 };
	const { [recipe.policy]: scene } = scenesOf(recipe, { key: 'policy', choices: [recipe.policy] }, stretch);
	if (scene === undefined) throw new Error(`there is no picture under ${recipe.policy}`);
	return { kind: 'run', scene };
}

async function heldIn(link: Link): Promise<Held> {
	const { experiment, recipe, question, promise } = link;
	const changes = Object.entries(differences(recipe, experiment?.recipe ?? emptyRecipe));
	return {
		asks: question.kind === 'run' ? 'how often and how long: a run' : `whether ${question.property} holds: a search`,
		changes: changes.filter(([name]) => name !== 'patch').map(([name, value]) => `${name} ${value}`),
		patch: recipe.patch,
		command: commandOf(link, 'FILE'),
		laboratory: `lab/#${await encodeLink(link, promise, siteContent)}`,
	};
}

/** From one report of progress to the next, in ms. */
const REPORT_MS = 200;

/** A page searches no more states than its memory surely holds, even if the link's author had more. */
function engineFor({ command }: Held): CitedEngine {
	let reported_ms = performance.now();
	const report = (words: () => string) => {
		if (performance.now() - reported_ms < REPORT_MS) return;
		reported_ms = performance.now();
		tell({ report: 'progress', words: words() });
	};
	return {
		check: (recipe, { fairness, statesMax }) => {
			const states = Math.min(statesMax, STATES_MAX);
			const search = new Search(recipe, siteContent, { fairness, limits: { states } });
			while (!search.advance()) report(() => `${grouped(search.progress.states)} states found`);
			const result = search.result();
			if (result.complete || states === statesMax) return result;
			throw new Error(
				`a page searches at most ${grouped(STATES_MAX)} states, which is not all; in a clone: ${command}`,
			);
		},
		run: (recipe) =>
			run(recipe, siteContent, null, (done) => report(() => `${done} of ${recipe.seeds} seeds have been run`)),
	};
}

function grouped(number: number): string {
	return number.toLocaleString('en-US');
}

function tell(report: OpenReport): void {
	self.postMessage(report);
}
