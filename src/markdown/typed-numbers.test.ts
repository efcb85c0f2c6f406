import { expect, test } from 'vitest';
import { typedNumbers } from './typed-numbers.ts';

const found = (text: string) => typedNumbers(text).map((each) => each.text);

test.each([
	['It took 4 ms.', '4 ms'],
	['It took 4\u00a0ms.', '4 ms'],
	['a 1.5-second pause', '1.5-second'],
	['some 20 % of them', '20 %'],
	['20% of them', '20%'],
	['55 times as often', '55 times'],
	['15,000 iterations/s', '15,000 iterations'],
	['no more than 15,000.', '15,000'],
	['about 55 a second', '55 a second'],
	['after 12 retries', '12 retries'],
	['a page of 8 KiB', '8 KiB'],
])('finds the figure in %j', (text, figure) => {
	expect(found(text)).toEqual([figure]);
});

test.each([
	'v4.20, v5.9-rc1 and v5.7 states it so',
	'On 21 January 2019 he posted 24 patches.',
	'chapter 4 says so, since 2010',
	'20190123023947.GA3652@redhat.com and 2019-01-23',
	'commit 5ef64cc8987a, 0x20',
	'two lockers, three times as long',
	'means with their 95 % interval',
	'RFC 03/24 faults, p99',
])('finds none in %j', (text) => {
	expect(found(text)).toEqual([]);
});

test('tells on which line of the text it is', () => {
	expect(typedNumbers('one\ntwo\n3 ms and 4 us\n5 ns')).toEqual([
		{ text: '3 ms', line: 2 },
		{ text: '4 us', line: 2 },
		{ text: '5 ns', line: 3 },
	]);
});
