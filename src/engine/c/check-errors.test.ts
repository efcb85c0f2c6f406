import { describe, expect, it } from 'vitest';
import { compileText, type MarkedCase, tellMarked } from '../../../tests/support/c-notation.ts';

const ERRORS: readonly MarkedCase[] = [
	[
		'int f(void) { return «TRIED»; }\n#define FAULT_FLAG_TRIED 0x20',
		"undeclared: 'TRIED' is not declared; did you mean FAULT_FLAG_TRIED?",
	],
	['int f(void) { return «flag»; }', "undeclared: 'flag' is not declared; declare it as a local, or with #define"],
	['int f(int flags) { return «flgas»; }', "undeclared: 'flgas' is not declared; did you mean flags?"],
	[
		'int f(void) { return «g»(1); }',
		"undeclared: 'g' is neither a function of the program nor a primitive; write the function, or use a primitive",
	],
	[
		'void f(void) { «trylock_pge»(1); }',
		"undeclared: 'trylock_pge' is neither a function of the program nor a primitive; did you mean trylock_page?",
	],
	[
		'void f(struct page *page) { down_read(«page»); }',
		'type: down_read takes struct rw_semaphore *, found struct page *; use a struct rw_semaphore *',
	],
	[
		'void f(struct mm_struct *mm) { down_read(«mm»); }',
		'type: down_read takes struct rw_semaphore *, found struct mm_struct *; did you mean the address of its field mmap_sem?',
	],
	[
		'void f(struct mm_struct *mm) { spin_lock(«&mm->mmap_sem»); }',
		'type: spin_lock takes struct spinlock *, found struct rw_semaphore *; use a struct spinlock *',
	],
	[
		'void f(struct page *page) { set_bit(«page», page); }',
		'type: parameter 1 of set_bit is int, found struct page *; pointers do not turn into integers, nor void into anything',
	],
	[
		'void f(void) { down_read(«3»); }',
		'type: down_read takes struct rw_semaphore *, found int; use a struct rw_semaphore *',
	],
	[
		'void f(struct page *page) { «trylock_page(page, 1)»; }',
		'parameters: trylock_page takes 1 parameter, found 2; pass 1 parameter',
	],
	['void f(void) { «f2(1)»; }\nvoid f2(void) { }', 'parameters: f2 takes 0 parameters, found 1; leave them out'],
	['void f(void) { spend(«io»); }', 'duration: spend takes the name of a duration, found io; did you mean io_ns?'],
	[
		'void f(void) { spend(«3»); }',
		'duration: spend takes the name of a duration, found 3; the durations are io_ns, work_ns',
	],
	['void f(int «io_ns») { }', "duplicate: 'io_ns' is a duration; choose another name"],
	[
		'int f(void) { return «io_ns»; }',
		"type: 'io_ns' is a duration, and a value is needed here; durations can only be passed to primitives that take time",
	],
	[
		'int f(struct mm_struct *mm) { return «down_read(&mm->mmap_sem)»; }',
		'type: a value is needed here, but this returns void; call it as a statement of its own',
	],
	[
		'int f(struct mm_struct *mm) { return «down_read(&mm->mmap_sem)» + 1; }',
		'type: a value is needed here, but this returns void; call it as a statement of its own',
	],
	[
		'int f(int x) { if (x) return 1; «}»',
		'missing-return: f can end here without returning a value; return one on every way through it',
	],
	[
		'int f(int x) { while (x) x--; «}»',
		'missing-return: f can end here without returning a value; return one on every way through it',
	],
	['int f(void) { «return»; }', "type: this function returns int, found 'return' without a value; write the value"],
	[
		'void f(void) { return «1»; }',
		"type: this function returns void, found 'return' with a value; leave out the value, or give the function a type",
	],
	[
		'int f(int n) { return «f»(n - 1); }',
		'recursion: recursion is not part of model C: f calls f (test.c:1:23); use a loop: calls are put in place of their names',
	],
	[
		'int a(int n) { return b(n); }\nint b(int n) { return c(n); }\nint c(int n) { return «a»(n); }',
		'recursion: recursion is not part of model C: a calls b (test.c:1:23), b calls c (test.c:2:23), c calls a (test.c:3:23); use a loop: calls are put in place of their names',
	],
	[
		'void f(void) { }\nvoid «f»(void) { }',
		"duplicate: 'f' is already defined at test.c:1:6; remove one of them, or choose another name",
	],
	[
		'#define A 1\n#define «A» 2',
		"duplicate: 'A' is already defined at test.c:1:9; remove one of them, or choose another name",
	],
	[
		'#define f 1\nvoid «f»(void) { }',
		"duplicate: 'f' is already defined at test.c:1:9; remove one of them, or choose another name",
	],
	['void f(int a) { int «a»; }', "duplicate: 'a' is already declared at 1:12; choose another name"],
	['void f(int a) { if (a) { int «a»; } }', "duplicate: 'a' is already declared at 1:12; choose another name"],
	['#define A 1\nvoid f(int «A») { }', "duplicate: 'A' is a constant; choose another name"],
	[
		'void «spend»(int x) { }',
		"duplicate: 'spend' is given by the engine and cannot be a function of the program; choose another name",
	],
	['#define «A» B\n#define B A', 'cycle: A is defined by itself: A -> B -> A; give one of them a number'],
	['#define A «x»', "undeclared: 'x' is not a constant; a constant is made of numbers and other constants"],
	['#define A «(1 / 0)»', 'undefined: this divides by zero: its result is undefined in C; change the right side'],
	['#define A «f()»', 'constant: a constant does not call f; use numbers, other constants and operators'],
	[
		'#define A «(1 << 32)»',
		'undefined: this shifts by 32, but an integer has the bits 0 to 31: its result is undefined in C; change the right side',
	],
	[
		'#define A «((-2147483647 - 1) / -1)»',
		'undefined: -2147483648 / -1 does not fit an int: its result is undefined in C; change the right side',
	],
	[
		'int f(int x) { return «x / 0»; }',
		'undefined: this divides by zero: its result is undefined in C; change the right side',
	],
	[
		'int f(int x) { return «x << 32»; }',
		'undefined: this shifts by 32, but an integer has the bits 0 to 31: its result is undefined in C; change the right side',
	],
	[
		'int f(int x) { return «x >> -1»; }',
		'undefined: this shifts by -1, but an integer has the bits 0 to 31: its result is undefined in C; change the right side',
	],
	[
		'void f(void) { goto «out»; }',
		"undeclared: there is no label 'out' in this function; put the label before a statement of this function",
	],
	[
		'void f(void) { goto «rety»; retry: ; }',
		"undeclared: there is no label 'rety' in this function; did you mean retry?",
	],
	['void f(void) { a: «a»: ; }', "duplicate: the label 'a' stands at 1:16 already; choose another name"],
	[
		'#define A 1\nvoid f(void) { «A» = 2; }',
		'type: the constant A cannot be assigned to; only locals and parameters can',
	],
	['void f(int a) { «a + 1» = 2; }', 'type: a + 1 cannot be assigned to; only locals and parameters can'],
	['void f(int a) { «3»++; }', 'type: 3 cannot be assigned to; only locals and parameters can'],
	[
		'void f(const int a) { «a»++; }',
		"type: 'a' is const (line 1) and keeps its value; leave out 'const', or use another local",
	],
	['void f(void) { «current» = 1; }', 'type: current cannot be assigned to; only locals and parameters can'],
	[
		'int f(struct page *p) { if («p») return 1; return 0; }',
		'type: the condition of if must be an integer, found struct page *; pointers can only be passed, stored and compared by == and !=',
	],
	[
		'int f(struct page *p, struct mm_struct *m) { return «p == m»; }',
		'type: == compares struct page * with struct mm_struct *; compare pointers to the same struct',
	],
	[
		'int f(struct page *p, struct page *q) { return «p» < «q»; }',
		'type: the left side of < must be an integer, found struct page *; pointers can only be passed, stored and compared by == and != / type: the right side of < must be an integer, found struct page *; pointers can only be passed, stored and compared by == and !=',
	],
	[
		'int f(struct page *p) { return «p» + 1; }',
		'type: the left side of + must be an integer, found struct page *; pointers can only be passed, stored and compared by == and !=',
	],
	[
		'int f(struct page *p) { return «p»; }',
		'type: this function returns int, found struct page *; pointers do not turn into integers, nor void into anything',
	],
	[
		'struct page *f(int x) { return «x»; }',
		'type: this function returns struct page *, found int; use a struct page *',
	],
	['void f(«struct pge» *p) { }', 'undeclared: struct pge * points to no struct of the model; did you mean page?'],
	[
		'void f(struct page *p) { «p->waiters»; }',
		'type: p->waiters is a struct wait_queue, and a value is needed here; write &p->waiters',
	],
	[
		'void f(struct page *p) { spin_lock(&p->«waters»); }',
		"undeclared: struct page has no field 'waters'; did you mean waiters?",
	],
	[
		'void f(struct page *p) { spin_lock(&p.«waiters»); }',
		"type: p is a pointer, and '.' needs a struct; write p->waiters",
	],
	[
		'void f(int x) { spin_lock(&«x»->lock); }',
		'type: a field needs a pointer to a struct, found int; only pointers to structs have fields',
	],
	[
		'int f(void) { return «f2»; }\nint f2(void) { return 1; }',
		"type: 'f2' is a function, and a value is needed here; call it: f2(...)",
	],
	['void f(void «a») { }', "type: 'a' cannot be void; give it a type that has values"],
	[
		'int f(int a, struct page *p) { return «a ? a : p»; }',
		"type: the results of '?' are int and struct page *; give both the same type",
	],
	['void f(int x) { «x»(1); }', "type: 'x' is a local of type int, not a function; call a function by its name"],
	['#define A 1\nint f(void) { return «A»(); }', "type: 'A' is a constant, not a function; leave out the parentheses"],
	['#«»', "unsupported: expected 'define' after '#', found the end; write #define NAME value"],
	[
		'void f(void) { «"never }»«»',
		"unsupported: a string is not part of model C; leave it out / syntax: expected '}' to close the function, found the end; write '}' here",
	],
];

describe('a program that means nothing', () => {
	it.each(ERRORS)('is refused with a name for what is wrong: %s', (marked, told) => {
		expect(tellMarked(marked)).toEqual([marked, told]);
		expect(compileText(marked.replaceAll(/[«»]/g, '')).program).toBeNull();
	});
});
