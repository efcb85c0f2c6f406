import { describe, expect, test } from 'vitest';
import { programOf } from '../../../tests/support/small-model.ts';
import { primitives } from '../kernel/primitives.ts';
import { type Frame, INSTRUCTION_LIMIT, LocalRun, type LocalRunResult } from './local-run.ts';

/** Runs `a(7)` of the text up to its first operation; pages are numbers, so `page` is 7. */
function runLocal(text: string): LocalRunResult {
	const program = programOf(text);
	const callee = program.functions.get('a');
	if (callee === undefined) throw new Error('the text has no function a');
	const registers = new Int32Array(callee.registerCount);
	registers[0] = 7;
	const frames: Frame[] = [{ callee, next: 0, registers }];
	return new LocalRun(program, primitives, new Set()).run(frames, null);
}

/** What the first operation of `a` is given, as 'name 1,2'. */
function firstOperation(text: string): string {
	const { stop } = runLocal(text);
	return stop.kind === 'finished' ? 'end' : `${stop.name} ${stop.parameters.join(',')}`;
}

describe('local C runs up to the first operation', () => {
	test.for([
		['', 'end'],
		['if (0) set_bit(7, &page->flags);', 'end'],
		['set_bit(7, &page->flags);', 'set_bit 7,7'],
		['int x = 3; x = x * 2 + 1; set_bit(x, &page->flags);', 'set_bit 7,7'],
		['int i; int sum = 0; for (i = 0; i <= 4; i++) sum += i; set_bit(sum, &page->flags);', 'set_bit 10,7'],
		['set_bit(twice(4), &page->flags);', 'set_bit 8,7'],
		['set_bit(twice(twice(2)), &page->flags);', 'set_bit 8,7'],
		['set_bit(~-8, &page->flags);', 'set_bit 7,7'],
		['unsigned int x = -1; set_bit(x / 2 == 0x7fffffff, &page->flags);', 'set_bit 1,7'],
		['struct wait_queue_head *q = page_waitqueue(page); finish_wait(q);', 'finish_wait 7'],
		['finish_wait(page_waitqueue(page));', 'finish_wait 7'],
	])('%s: %s', ([body, operation]) => {
		const text = `int twice(int x) { return 2 * x; }\nvoid a(struct page *page)\n{\n${body}\n}`;
		expect(firstOperation(text)).toBe(operation);
	});
});

test('the lines run through are noted once each, in order, calls included', () => {
	const { places } = runLocal(`int one(void)
{
	return 1;
}
void a(struct page *page)
{
	int x;
	x = one();
	x += 1;
	set_bit(x, &page->flags);
}`);
	expect(places.map(({ line }) => line)).toEqual([8, 3, 9, 10]);
});

test('a section is told, and whether one was left on the way', () => {
	const body = (before: string) =>
		`void a(struct page *page) { struct wait_queue_head *q = page_waitqueue(page); ${before} }`;
	const lock = 'spin_lock_irq(&q->lock);';
	const unlock = 'spin_unlock_irq(&q->lock);';
	const told = [lock, `${lock} ${unlock}`, `${lock} ${unlock} ${lock}`].map((before) => {
		const { section, leftSection } = runLocal(
			body(`${before} set_bit(7, &page->flags); ${before.endsWith(lock) ? unlock : ''}`),
		);
		return [section, leftSection];
	});
	expect(told).toEqual([
		[7, false],
		[null, true],
		[7, true],
	]);
});

test.for([1, 2])('a loop without an operation ends at the limit, loop of %i', (length) => {
	const loop = 'x++;'.repeat(length);
	const text = `void a(struct page *page)\n{\nint x = 0;\nfor (;;) {${loop}}\n}`;
	expect(() => runLocal(text)).toThrow(`test.c:4: runs ${INSTRUCTION_LIMIT} instructions without any operation`);
});
