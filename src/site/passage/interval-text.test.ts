import { describe, expect, it } from 'vitest';
import { estimateText } from './interval-text.ts';

const RATE = 'actors.victim.faultsPerSecond';
const AGE = 'actors.victim.unfinished.age_ns';

describe('estimateText', () => {
	it.each([
		['a value with its interval', RATE, 2400, 20, '2,400', '± 20', null],
		['no interval of one seed', RATE, 2400, null, '2,400', null, null],
		['a range from 0 where the interval would reach below it', AGE, 36e6, 54e6, '0 to 90 ms', null, 'range'],
		['none where no seed had any', RATE, 0, 0, 'none', null, 'none'],
		['none where there was nothing to measure', AGE, null, null, 'none', null, 'none'],
		['no waiting as a time', 'actors.writer.writeWait_ns.p99', 0, 0, '0 us', '± 0', null],
		['more than the run for the first fault of all', AGE, 199.9e6, 0, '> 200 ms', null, 'longer'],
		['an old fault that is not the first', AGE, 150e6, 40e6, '150 ms', '± 40', null],
	])('says %s', (_, of, value, plusOrMinus, text, interval, remark) => {
		const said = estimateText({ value, plusOrMinus, seeds: 20 }, { of, none: 'none' }, 200e6);
		expect({ ...said, text: said.text.replaceAll('\u00a0', ' ') }).toEqual({
			text,
			interval: interval?.replace(' ', '\u00a0') ?? null,
			remark,
		});
	});
});
