import { expect, it } from 'vitest';
import { suggest } from './suggest.ts';

const NAMES = ['FAULT_FLAG_TRIED', 'FAULT_FLAG_ALLOW_RETRY', 'flags', 'page', 'ret'];

it.each([
	['TRIED', 'FAULT_FLAG_TRIED'],
	['RETRY', 'FAULT_FLAG_ALLOW_RETRY'],
	['fault_flag_tried', 'FAULT_FLAG_TRIED'],
	['flgas', 'flags'],
	['pages', 'page'],
	['x', null],
	['something_else', null],
])('finds for %s what was likely meant: %s', (name, meant) => {
	expect(suggest(name, NAMES)).toBe(meant);
});
