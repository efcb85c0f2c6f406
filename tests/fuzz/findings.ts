import { readFileSync } from 'node:fs';

/** A text that once broke something, told by what it did then. */
export interface Finding {
	readonly what: string;
	/** A kind's name. */
	readonly kind: string;
	readonly text: string;
}

const mail = (words: string) => `[Polite or Certain: begin citation]\n${words}\n[Polite or Certain: end citation]\n`;

const hunk = (lines: string, files = '--- a/mm/filemap.c\n+++ b/mm/filemap.c\n') =>
	`{"victims":1}\n${files}@@ -1,1 +1,1 @@\n${lines}\n`;

/** A victim with that body, which calls nothing but what is written before it. */
const victim = (body: string, before = '') =>
	[
		'{"victims":1,"lockers":1}\nactors/victim.c',
		before,
		'void victim_fault(struct mm_struct *mm, struct page *page) { do_user_addr_fault(mm, page); }',
		`void victim(struct mm_struct *mm, struct page *page)\n{\n${body}\n}\n`,
	].join('\n');

const many = (count: number, text: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => text(index)).join('');

const both = 'struct mm_struct *mm, struct page *page';

/** All of them; each is now read within its limits. */
export const findings: readonly Finding[] = [
	{
		what: 'a citation of a search over more threads than a search holds ended verify by an unnamed error',
		kind: 'mail',
		text: mail(
			'Answer: x\nModel: 00000000 (x)\nEngine: 1 (x)\nAgain, x\nLink: lab/#v=1&victims=20&of=victim&m=00000000',
		),
	},
	{
		what: 'a recipe of more threads than a search holds ended check by an unnamed error',
		kind: 'recipe',
		text: '{"victims":1,"neighbours":31,"bystanders":32}',
	},
	{
		what: 'accents one upon the other took 21 s to make plain',
		kind: 'mail',
		text: mail(`a${'\u0315\u0300\u05ae'.repeat(60_000)}`),
	},
	{
		what: 'calls 2000 deep over 3000 operations took 75 s and 3 GB to unfold',
		kind: 'C',
		text: victim(
			'f2000(mm, page);',
			`void f0(${both}) { ${'pte_clear(mm, page);'.repeat(3000)} }\n${many(
				2000,
				(index) => `void f${index + 1}(${both}) { f${index}(mm, page); }\n`,
			)}`,
		),
	},
	{
		what: 'a loop that counts far beside many locals took 1.6 s to unfold, twice',
		kind: 'C',
		text: victim(
			[
				many(200, (index) => `int v${index} = ${index};`),
				'for (int i = 0; i < 30000; i++) { pte_clear(mm, page); v1++; }',
				many(200, (index) => `WARN_ON(v${index});`),
			].join('\n'),
		),
	},
	{
		what: 'a hunk of thousands of changes, for no file by name, took 17 s to lay over each',
		kind: 'patch',
		text: hunk(
			many(2000, (index) => ` }\n+x${index}\n`),
			'',
		),
	},
	{
		what: 'a line of blanks before a brace took 7 s to compare',
		kind: 'patch',
		text: hunk(`-\tif (kind == EXCLUSIVE) {\n+if (x)${' '.repeat(60_000)}y {`),
	},
	{
		what: 'a line of blanks behind a word, and a brace, took 3 s to compare',
		kind: 'patch',
		text: hunk(`-\tif (kind == EXCLUSIVE) {\n+if (x)${' '.repeat(60_000)}else {`),
	},
	{
		what: 'a link that begins again and again took 22 s to be refused',
		kind: 'link',
		text: 'x/?/'.repeat(99_000),
	},
	{
		what: 'a link that compares a recipe with itself was written anew as one that compares it with nothing',
		kind: 'link',
		text: 'x/nowait/#v=1&m=fc81341e&base.victims=0',
	},
	{
		what: 'lists within lists ended by an unnamed error of the language',
		kind: 'recipe',
		text: `{"seed": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "victims": 1}`,
	},
	{
		what: 'thousands of unknown keys took 1 s to be told, one by one',
		kind: 'recipe',
		text: `{${many(30_000, (index) => `"k${index}":1,`)}"victims":1}`,
	},
	{
		what: 'time spent for ever, without a step, hung check',
		kind: 'C',
		text: victim('victim_fault(mm, page); for (;;) spend(io_ns);'),
	},
	{
		what: 'marks for ever, without a step, hung check and export',
		kind: 'C',
		text: victim('victim_fault(mm, page);').replace('do_user_addr_fault(mm, page);', 'for (;;) trace_fault_end();'),
	},
	{
		what: 'marks for ever behind SIGBUS hung check',
		kind: 'C',
		text: victim('victim_fault(mm, page);').replace(
			'do_user_addr_fault(mm, page);',
			'trace_fault_sigbus(); for (;;) trace_fault_end();',
		),
	},
	{
		what: 'whoever waited for a userfaultfd that nobody monitors stood in a queue that is not there: run hung',
		kind: 'C',
		text: victim('victim_fault(mm, page);')
			.replace('"victims":1', '"victims":2')
			.replace(
				'do_user_addr_fault(mm, page);',
				'down_read(&mm->mmap_sem); handle_userfault(mm, page, FAULT_FLAG_ALLOW_RETRY);',
			),
	},
	{
		what: 'a long way of operations took 1 s to export',
		kind: 'C',
		text: victim(
			'victim_fault(mm, page);',
			`void f0(${both}) { for (int i = 0; i < 13000; i++) set_bit(7, &page->flags); }`,
		).replace('do_user_addr_fault(mm, page);', 'f0(mm, page);'),
	},
	...[
		'spin_lock_irq(&q->lock); for (i = 0; i < 15000; i++) waitqueue_active(q); spin_unlock_irq(&q->lock);',
		'for (i = 0; i < 9000; i++) { WARN_ON(1); trace_fault_retry(); } pte_clear(mm, page);',
		'for (i = 0; i < 12000; i++) { if (pte_present(mm, page)) break; } for (i = 0; i < 12000; i++) WARN_ON(1); io_schedule();',
		'for (i = 0; i < 8000; i++) { down_write(&mm->mmap_sem); up_write(&mm->mmap_sem); }',
	].map((body) => ({
		what: `took seconds to check or export, or broke export: ${body}`,
		kind: 'C',
		text: victim('victim_fault(mm, page);').replace(
			'do_user_addr_fault(mm, page);',
			`struct wait_queue_head *q = page_waitqueue(page); int i; ${body}`,
		),
	})),
	{
		what: 'a hunk above many lines of words ended by an unnamed error of the language',
		kind: 'patch',
		text: `{"victims":1}\n@@ -1 +1 @@\n+a\n\nfoo\n${'\n'.repeat(250_000)}`,
	},
	{
		what: 'long functions of many locals took 100 MB to find what is live in them',
		kind: 'C',
		text: victim(
			'victim_fault(mm, page);',
			many(12, (number) =>
				[
					`void f${number}(void) {`,
					many(250, (index) => `int v${index} = 0;`),
					many(1000, (index) => `v${index % 250}++;`),
					many(250, (index) => `WARN_ON(v${index});`),
					'}\n',
				].join('\n'),
			),
		),
	},
	{
		what: 'an experiment that offers the same choice thousands of times took 1 s to lay its patch over each',
		kind: 'recipe',
		text: JSON.stringify({
			...{ name: 'given', title: 'Given', description: 'By somebody.', victims: 1 },
			patch: readFileSync(new URL('../fixtures/patches/indented.txt', import.meta.url), 'utf8'),
			turn: { policy: Array(3000).fill('rfc') },
		}),
	},
];
