import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTime } from '../../experiment/time.ts';
import { inForm, timeFields, type timeForms, timeText } from './time-text.ts';

describe('the control of a time', () => {
	test.each([
		['500', { form: 'always', numbers: ['0.5'] }],
		['exponential:80000', { form: 'exponential', numbers: ['80'] }],
		['uniform:2000:8000', { form: 'uniform', numbers: ['2', '8'] }],
	] as const)('shows %s in us', (text, fields) => {
		expect(timeFields(text)).toEqual(fields);
	});

	test('gives back every time that it was given', () => {
		fc.assert(
			fc.property(fc.nat(10 ** 10), fc.nat(10 ** 10), (one, other) => {
				for (const text of [String(one), `exponential:${one}`, `uniform:${one}:${other}`]) {
					expect(timeText(timeFields(text))).toBe(text);
				}
			}),
		);
	});

	test('keeps what is no number as it was typed, and makes no time of it', () => {
		for (const typed of ['', 'x', '1.2.3', '8 0']) {
			const text = timeText({ form: 'exponential', numbers: [typed] });
			expect(parseTime(text)).toBeNull();
			expect(timeFields(text)).toEqual({ form: 'exponential', numbers: [typed] });
		}
		expect(parseTime(timeText({ form: 'always', numbers: [''] }))).toBeNull();
	});

	test('turns to any other form with a time that is one', () => {
		for (const form of ['always', 'uniform', 'exponential'] satisfies (keyof typeof timeForms)[]) {
			const text = timeText(inForm(timeFields('exponential:4000'), form));
			expect(parseTime(form === 'always' ? Number(text) : text)).not.toBeNull();
		}
	});
});
