import type { SourceFile } from '../../src/engine/c/source.ts';
import { compileFiles } from '../../src/experiment/model.ts';
import { content, filesOf, someRecipe } from './corpus.ts';
import type { Dice } from './dice.ts';
import { follow } from './follow.ts';
import { someC } from './grammar-c.ts';
import { readHeaded, withHead } from './headed.ts';
import type { Kind } from './kind.ts';
import { mutate, repeated, withRepeated } from './mutate.ts';

/** What means something in model C. */
const words = [
	...[
		'(',
		')',
		'{',
		'}',
		';',
		',',
		'?',
		':',
		'!',
		'~',
		'-',
		'--',
		'++',
		'=',
		'==',
		'&',
		'&&',
		'|=',
		'<<',
		'>>',
		'%',
		'/',
	],
	...['/*', '*/', '//', '"', '#define A ', '#if 0', '\\\n', '->', '.', '[', '0x', '07', '1u', '2147483648', '(int)'],
	...[
		'if (a) ',
		'else ',
		'while (1) ',
		'for (;;) ',
		'do ',
		'goto a; ',
		'a: ',
		'break; ',
		'continue; ',
		'return ',
		'switch ',
	],
	...[
		'int ',
		'unsigned ',
		'bool ',
		'struct page *',
		'static ',
		'inline ',
		'void ',
		'float ',
		'sizeof ',
		'likely(',
		'a',
		'b',
	],
	...[
		'mm',
		'page',
		'&mm->mmap_sem',
		'page_waitqueue(page)',
		'lock_page(page); ',
		'unlock_page(page); ',
		'spend(io_ns); ',
	],
	...[
		'down_read(&mm->mmap_sem); ',
		'up_read(&mm->mmap_sem); ',
		'down_write(&mm->mmap_sem); ',
		'up_write(&mm->mmap_sem); ',
	],
	...[
		'spin_lock_irq(&q->lock); ',
		'spin_unlock_irq(&q->lock); ',
		'io_schedule(); ',
		'WARN_ON(1); ',
		'trace_fault_end(); ',
	],
	...[
		'trace_fault_retry(); ',
		'pte_present(mm, page)',
		'set_pte_at(mm, page); ',
		'send_sig(9, victim); ',
		'dequeue_signal()',
	],
];

/** Characters of a text of repeated words: half as much again as may be. */
const LONG = 400_000;

/** A file of the model in C that somebody wrote: its head has the recipe, its second line the file's name. */
export const cText: Kind = {
	name: 'C',
	make(dice) {
		const recipe = someRecipe(dice);
		const files = filesOf(recipe);
		const path = dice.one(Object.keys(files));
		return withHead({ recipe, text: `${path}\n${someText(dice, files[path] as string, Object.values(files))}` });
	},
	attempt(headed) {
		const { recipe, text } = readHeaded(headed);
		const end = text.indexOf('\n');
		const file = { path: text.slice(0, end), text: text.slice(end + 1) };
		if (!mayCompile([file], ['undeclared'])) return 'refused alone';
		const files = { ...filesOf(recipe), [file.path]: file.text };
		if (!mayCompile(Object.entries(files).map(([path, each]) => ({ path, text: each })))) return 'refused';
		return follow({ ...recipe, policy: 'written', 'page-lock': 'written' }, asWritten(files));
	},
};

function someText(dice: Dice, text: string, others: readonly string[]): string {
	if (dice.oneIn(200)) return repeated(dice, words, LONG);
	if (dice.oneIn(200)) return withRepeated(text, dice, words, LONG);
	if (dice.oneIn(2)) return mutate(text, dice, others, words);
	const grown = someC(dice, text);
	return dice.oneIn(3) ? mutate(grown, dice, others, words) : grown;
}

/** Whether files compile, but for errors that others may cure. */
function mayCompile(files: readonly SourceFile[], curable: readonly string[] = []): boolean {
	const { program, diagnostics } = compileFiles(files);
	const errors = diagnostics.filter(({ severity }) => severity === 'error');
	if ((program === null) !== errors.length > 0) throw new Error('refused without an error, or not in spite of one');
	return errors.every(({ code }) => curable.includes(code));
}

/** A content of which the eras are laid over the model already. */
function asWritten(model: Readonly<Record<string, string>>) {
	return { ...content, model, eras: { 'policy/written': '', 'page-lock/written': '' } };
}
