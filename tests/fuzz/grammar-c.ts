import { DEFINES, randomExpression } from '../differential/random-expression.ts';
import type { Dice } from './dice.ts';

/** What an actor may do in one statement, well or amiss. */
const deeds = [
	'lock_page(page);',
	'unlock_page(page);',
	'wait_on_page_locked(page);',
	'r = trylock_page(page);',
	'down_read(&mm->mmap_sem);',
	'up_read(&mm->mmap_sem);',
	'down_write(&mm->mmap_sem);',
	'up_write(&mm->mmap_sem);',
	'r = down_read_trylock(&mm->mmap_sem);',
	'spin_lock_irq(&q->lock);',
	'spin_unlock_irq(&q->lock);',
	'spin_lock_irq(&q->lock); if (!is_queued(q)) add_wait_queue_tail(q, EXCLUSIVE); spin_unlock_irq(&q->lock); io_schedule();',
	'spin_lock_irq(&q->lock); if (waitqueue_active(q)) wake_up_first(q); spin_unlock_irq(&q->lock);',
	'spin_lock_irq(&q->lock); if (waitqueue_active(q)) hand_off_to_first(q); spin_unlock_irq(&q->lock);',
	'finish_wait(q);',
	'io_schedule_state(TASK_KILLABLE);',
	'set_pte_at(mm, page);',
	'pte_clear(mm, page);',
	'r = pte_present(mm, page);',
	'set_bit(PG_waiters, &page->flags);',
	'r = test_bit(PG_locked, &page->flags);',
	'r = test_and_set_bit_lock(PG_locked, &page->flags);',
	'clear_bit_unlock(PG_locked, &page->flags);',
	'do_user_addr_fault(mm, page);',
	'trace_fault_begin();',
	'trace_fault_retry();',
	'trace_fault_end();',
	'WARN_ON(r);',
	'spend(io_ns);',
	'r = lockdep_is_held(&mm->mmap_sem);',
	'userfaultfd_protect(mm, page);',
	'break;',
	'continue;',
	'goto out;',
	'goto again;',
	'return;',
] as const;

const heads: Readonly<Record<string, string>> = {
	victim: 'void victim(struct mm_struct *mm, struct page *page)',
	locker: 'void locker(struct page *page)',
	writer: 'void writer(struct mm_struct *mm)',
};

/** A file of the model with one of its actors written anew; of a file without actors, with a function more. */
export function someC(dice: Dice, text: string): string {
	const body = `{\n\t${locals(dice)}\nagain:\n\t${block(dice, 3)}\nout:\n\t${dice.oneIn(4) ? block(dice, 1) : ';'}\n}\n`;
	const actor = Object.keys(heads).find((name) => text.includes(`void ${name}(`));
	const head = actor === undefined ? 'void nobody(struct mm_struct *mm, struct page *page)' : heads[actor];
	if (actor === undefined || dice.oneIn(3)) return text + (head?.replace(/void (\w+)/, 'void $1_again') ?? '') + body;
	const constants = dice.oneIn(3) ? DEFINES.join('\n') : '';
	// A victim is searched by its one fault.
	const fault = actor === 'victim' ? `void victim_fault(struct mm_struct *mm, struct page *page)\n${body}` : '';
	return `${constants}\n${head}\n${body}${fault}`;
}

function locals(dice: Dice): string {
	const queue = 'struct wait_queue_head *q = page_waitqueue(page);';
	const numbers =
		'int a = 1; int b = -2; unsigned u = 3; u32 v = 7; bool p = 1; int r = 0; unsigned s = 0; bool t = 0;';
	return dice.oneIn(9) ? queue : `${queue} ${numbers}`;
}

function block(dice: Dice, depth: number): string {
	return Array.from({ length: dice.size(6) }, () => statement(dice, depth)).join(' ');
}

function statement(dice: Dice, depth: number): string {
	const inner = () => (depth === 0 ? dice.one(deeds) : block(dice, depth - 1));
	const condition = () =>
		dice.oneIn(2)
			? dice.one(['pte_present(mm, page)', 'trylock_page(page)', 'r', '1', 'a < 3', 'dequeue_signal()'])
			: expression(dice);
	switch (dice.below(12)) {
		case 0:
			return `if (${condition()}) { ${inner()} }`;
		case 1:
			return `if (${condition()}) { ${inner()} } else { ${inner()} }`;
		case 2:
			return `while (${condition()}) { ${inner()} }`;
		case 3:
			return `do { ${inner()} } while (${condition()});`;
		case 4:
			return `for (a = 0; a < ${dice.size(100_000)}; a++) { ${inner()} }`;
		case 5:
			return `for (;;) { ${inner()} }`;
		case 6:
			return `r = ${expression(dice)};`;
		default:
			return dice.one(deeds);
	}
}

function expression(dice: Dice): string {
	return randomExpression((bound) => dice.below(bound));
}
