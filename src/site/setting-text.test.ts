import { describe, expect, it } from 'vitest';
import { type Key, keyByName } from '../experiment/keys.ts';
import { settingText, timeWords } from './setting-text.ts';

describe('settingText', () => {
	it.each([
		['duration-ms', 100, '100\u00a0ms'],
		['lockers', 2, '2'],
		['page-lock', 'fifo', 'fifo'],
		['map-ns', 500, '500\u00a0ns'],
		['map-ns', 3600, '3.6\u00a0us'],
		['map-ns', 3650, '3650\u00a0ns'],
		['wake-ns', 'exponential:4000', '4\u00a0us on average'],
		['io-ns', 'uniform:2000:80000', '2\u00a0us to 80\u00a0us'],
	])('says %s %s as %s', (name, value, text) => {
		expect(settingText(keyByName.get(name) as Key, value)).toBe(text);
	});
});

describe('timeWords', () => {
	it.each([
		[100_000, '100\u00a0us'],
		['exponential:80000', 'exponential, mean 80\u00a0us'],
		['uniform:2000:6000', 'even from 2\u00a0us to 6\u00a0us'],
	])('says how %s is spread', (value, text) => {
		expect(timeWords(value)).toBe(text);
	});
});
