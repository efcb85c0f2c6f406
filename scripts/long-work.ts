/*
 * Whether memory comes back, and the processor, in a page that searches all day:
 *
 *     npm run long-work
 *     npm run long-work -- --rounds 5
 *
 * In the laboratory of the site in dist/, in Chromium: a search to its bound, one that is stopped half way, a small one
 * whose answer must be Node's; 50 times. Exit 1 if a round keeps what it should not. Needs Linux, which tells what a
 * process takes.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { staticServer } from '../src/cli/static-server.ts';
import { STATES_MAX } from '../src/site/verdict/search-request.ts';
import { median } from './bench/measure.ts';
import { type Kept, longSearches, type Round } from './long-work/long-searches.ts';
import { isToldHere } from './long-work/renderer.ts';

/** What may be in use after the last five rounds above the first five, by their medians, in MB; a search has over 100. */
const GROWTH_MB_MAX = 4;
/** What a page may take of the processors in the second that begins a second after Stop, in ms. */
const AFTER_STOP_MS_MAX = 250;

const { values } = parseArgs({
	options: { rounds: { type: 'string', default: '50' }, folder: { type: 'string', default: 'dist' } },
});
const folder = path.resolve(import.meta.dirname, '..', values.folder);

if (!isToldHere) console.log('Long work: not measured, since only Linux tells what a process takes.');
else if (existsSync(path.join(folder, 'lab', 'index.html'))) await measure(Number(values.rounds));
else console.log(`Long work: not measured, since ${values.folder} holds no site; run npm start once.`);

async function measure(count: number): Promise<void> {
	const server = staticServer(folder, '/');
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const { version, fresh, highest_mb, rested_mb, rounds } = await longSearches(
		`http://127.0.0.1:${port}/`,
		count,
		tellRound,
	);
	server.close();

	const isRight = (round: Round) => isDeepStrictEqual(round.found, round.expected);
	const stops_ms = rounds.filter(({ isStopped }) => isStopped).map(({ stop_ms }) => stop_ms);
	const [early, late] = [middleOf(rounds.slice(0, 5)), middleOf(rounds.slice(-5))];
	const after_ms = Math.max(...rounds.map(({ afterStop_ms }) => afterStop_ms));
	console.log(
		[
			`Long work in ${version}, ${count} rounds: a search to ${STATES_MAX.toLocaleString('en-US')} states, one stopped half way, a small one`,
			`  MB in use, garbage collected: ${fresh.held_mb.toFixed(1)} before, ${early.held_mb.toFixed(1)} after the first five rounds, ${late.held_mb.toFixed(1)} after the last five (medians)`,
			`  MB that the process takes then: ${whole(fresh.taken_mb)} before, ${whole(early.taken_mb)} after the first five, ${whole(late.taken_mb)} after the last five; ${whole(rested_mb)} after a rest of 20 s`,
			`  not collected: at most ${whole(Math.max(...rounds.map(({ left_mb }) => left_mb)))} at the end of a round; at any moment ${whole(highest_mb)}`,
			`  Stop, of ${stops_ms.length}: told after ${whole(median(stops_ms))} ms, ${whole(Math.max(...stops_ms))} at most; the second that begins 1 s after it: ${whole(after_ms)} ms of the processor at most`,
			`  after Stop, the small search says what Node says: ${rounds.filter(isRight).length} of ${count}`,
		].join('\n'),
	);
	const isGood =
		late.held_mb - early.held_mb <= GROWTH_MB_MAX && after_ms <= AFTER_STOP_MS_MAX && rounds.every(isRight);
	if (!isGood)
		console.log(`  WRONG: expected at most ${GROWTH_MB_MAX} MB more, ${AFTER_STOP_MS_MAX} ms, and Node's answers`);
	process.exitCode = isGood ? 0 : 1;
}

function middleOf(some: readonly Round[]): Kept {
	return {
		held_mb: median(some.map(({ kept }) => kept.held_mb)),
		taken_mb: median(some.map(({ kept }) => kept.taken_mb)),
	};
}

function tellRound({ bound, stop_ms, left_mb, kept }: Round, number: number): void {
	const states = bound.toLocaleString('en-US');
	console.log(
		`  round ${number}: ${states} states, stopped in ${whole(stop_ms)} ms, ${whole(left_mb)} MB taken; collected ${whole(kept.taken_mb)}, in use ${kept.held_mb.toFixed(1)}`,
	);
}

function whole(number: number): string {
	return number.toFixed(0);
}
