import { describe, expect, it } from 'vitest';
import { compileText, type MarkedCase, tellMarked } from '../../../tests/support/c-notation.ts';

const REFUSED: readonly MarkedCase[] = [
	[
		'void f(void) { «char» c; }',
		"unsupported: 'char', a type of 8 bits, is not part of model C; use int, unsigned, u32, s32 or bool: integers have 32 bits",
	],
	[
		'void f(void) { «short» s; }',
		"unsupported: 'short', a type of 16 bits, is not part of model C; use int, unsigned, u32, s32 or bool: integers have 32 bits",
	],
	[
		'void f(void) { unsigned «long» l; }',
		"unsupported: 'long', a type of 64 bits, is not part of model C; use int, unsigned, u32, s32 or bool: integers have 32 bits",
	],
	[
		'void f(void) { «u64» l; }',
		"unsupported: 'u64', a type of 64 bits, is not part of model C; use int, unsigned, u32, s32 or bool: integers have 32 bits",
	],
	[
		'void f(void) { «float» x; }',
		"unsupported: 'float', a floating-point type, is not part of model C; use int, unsigned, u32, s32 or bool: integers have 32 bits",
	],
	[
		'void f(void) { «double» x; }',
		"unsupported: 'double', a floating-point type, is not part of model C; use int, unsigned, u32, s32 or bool: integers have 32 bits",
	],
	[
		'void f(«size_t» n) { }',
		"unsupported: 'size_t', a type of 64 bits, is not part of model C; use int, unsigned, u32, s32 or bool: integers have 32 bits",
	],
	['void f(void) { «signed» x; }', 'unsupported: the word signed is not part of model C; write int'],
	[
		'«struct» page { int x; };',
		"unsupported: a struct definition is not part of model C; use the environment's structs by name",
	],
	[
		'struct page *«p»;',
		"unsupported: 'p', a variable outside functions, is not part of model C; use #define for a constant, a parameter or local for a value",
	],
	[
		'int «x» = 3;',
		"unsupported: 'x', a variable outside functions, is not part of model C; use #define for a constant, a parameter or local for a value",
	],
	['«union» u { int a; };', "unsupported: a union is not part of model C; use pointers to the environment's structs"],
	['«enum» e { A, B };', 'unsupported: an enum is not part of model C; give each value a name with #define'],
	['«typedef» int number;', 'unsupported: a typedef is not part of model C; write the type itself'],
	['«extern» int x;', 'unsupported: extern is not part of model C; leave it out: all files form one program'],
	[
		'void f(int x) { «switch» (x) { case 1: break; } }',
		'unsupported: a switch statement is not part of model C; use if and else',
	],
	['void f(void) { «case» 1: ; }', 'unsupported: a case label is not part of model C; use if and else'],
	[
		'int f(void) { return «sizeof»(int); }',
		'unsupported: sizeof is not part of model C; objects have no size here; write the number',
	],
	['void f(void) { int a«[»3]; }', 'unsupported: an array is not part of model C; use one name for each value'],
	[
		'int f(int a) { return a«[»0]; }',
		'unsupported: an array element is not part of model C; use one name for each value',
	],
	['void f(int a«[»]) { }', 'unsupported: an array is not part of model C; use one name for each value'],
	['int a«[»3];', 'unsupported: an array is not part of model C; use one name for each value'],
	[
		'void f(int «(»*g)(int)) { }',
		'unsupported: a function pointer is not part of model C; call the function by its name',
	],
	['int «(»*g)(int);', 'unsupported: a function pointer is not part of model C; call the function by its name'],
	[
		'void f(void) { int «(»*g)(int); }',
		'unsupported: a function pointer is not part of model C; call the function by its name',
	],
	[
		'void f(int n, «...») { }',
		"unsupported: a variable number of parameters ('...') is not part of model C; name each parameter",
	],
	['int f(void) { return «"text"»; }', 'unsupported: a string is not part of model C; leave it out'],
	["int f(void) { return «'a'»; }", 'unsupported: a character is not part of model C; write its number'],
	['void f(void) { goto «*»p; }', 'unsupported: a computed goto is not part of model C; name a label of this function'],
	[
		'void f(int «*»p) { }',
		'unsupported: a pointer to int is not part of model C; return the value, or keep it in a local',
	],
	[
		'void f(struct page *«*»p) { }',
		'unsupported: a pointer to a pointer is not part of model C; use a pointer: struct page *',
	],
	[
		'void f(«struct page» p) { }',
		'unsupported: a struct page by value is not part of model C; use a pointer: struct page *',
	],
	[
		'int f(struct page *p) { return «*»p; }',
		"unsupported: reading through a pointer with '*' is not part of model C; pass the pointer to a function or primitive",
	],
	[
		'void f(int a) { f2(«&a»); } void f2(int x) { }',
		'unsupported: the address of a is not part of model C; only a field has one, as in &mm->mmap_sem',
	],
	[
		'void f(void) { «static» int n; }',
		'unsupported: a static local is not part of model C; keep it in a local, or ask for a primitive that remembers it',
	],
	[
		'int «f»(int x);',
		"unsupported: 'f', a prototype, is not part of model C; not needed, leave it out: functions are known in all files",
	],
	[
		'void f(void) { int g«(»int x); }',
		'unsupported: a function declared inside a function is not part of model C; leave it out: functions are known in all files',
	],
	[
		'int f(void) { return «1l»; }',
		"unsupported: '1l', a literal of 64 bits, is not part of model C; leave out the l: integers have 32 bits",
	],
	[
		'int f(void) { return «0x1fUL»; }',
		"unsupported: '0x1fUL', a literal of 64 bits, is not part of model C; leave out the l: integers have 32 bits",
	],
	[
		'int f(void) { return «1.5»; }',
		"unsupported: '1.5', a floating-point literal, is not part of model C; write a whole number",
	],
	[
		'int f(void) { return «1e3»; }',
		"unsupported: '1e3', a floating-point literal, is not part of model C; write a whole number",
	],
	[
		'int f(void) { return «4294967296»; }',
		'unsupported: 4294967296 does not fit 32 bits as C types it; use at most 2147483647, or 4294967295u',
	],
	[
		'int f(void) { return «2147483648»; }',
		'unsupported: 2147483648 does not fit 32 bits as C types it; use at most 2147483647, or 4294967295u',
	],
	[
		'int f(struct page *p) { return p == «NULL»; }',
		'unsupported: NULL is not part of model C; an object pointer always points to an object; leave the test out',
	],
	[
		'int f(int x) { return («{» x; }); }',
		'unsupported: a block used as a value is not part of model C; write a function',
	],
	[
		'int f(void) { int a = «{» 1 }; return a; }',
		'unsupported: a list of initialisers is not part of model C; give each local its own value',
	],
	[
		'struct page *f(struct page *p) { return «(struct page *)p»; }',
		'unsupported: a cast to struct page * is not part of model C; use a pointer of that type from the start',
	],
	['void f(void) { «asm»("nop"); }', "unsupported: 'asm', inline assembly, is not part of model C; leave it out"],
	[
		'int f(int x) { return «(x)»(2); }',
		'unsupported: a call through a value is not part of model C; call a function by its name',
	],
	['int f(«volatile» int x) { return x; }', 'unsupported: volatile is not part of model C; leave it out'],
	[
		'#«include» <linux/mm.h>',
		'unsupported: #include is not part of model C; not needed, leave it out: all files form one program',
	],
	['#«ifdef» CONFIG_SMP', 'unsupported: #ifdef is not part of model C; keep one of the texts, and leave the other out'],
	['#«if» 0\n#else\n#endif', 'unsupported: #if is not part of model C; keep one of the texts, and leave the other out'],
	['#«else»', 'unsupported: #else is not part of model C; keep one of the texts, and leave the other out'],
	['#«endif»', 'unsupported: #endif is not part of model C; keep one of the texts, and leave the other out'],
	['#«undef» A', 'unsupported: #undef is not part of model C; leave it out: a constant keeps its value'],
	['#«pragma» once', 'unsupported: #pragma is not part of model C; leave it out'],
	['#define «F»(x) x', "unsupported: 'F', a macro with parameters, is not part of model C; write a function"],
	[
		'#define «EMPTY»',
		"unsupported: 'EMPTY', a macro without a value, is not part of model C; write a value behind the name",
	],
	[
		'#define also «int»',
		"unsupported: 'also', a macro that is not a constant, is not part of model C; write the text itself where it is used",
	],
	['#«warning» x', "unsupported: expected 'define' after '#', found 'warning'; write #define NAME value"],
	['void f(void) { int a «:» 3; }', 'unsupported: a bit-field is not part of model C; use a whole integer'],
];

describe('a part of C that the model leaves out', () => {
	it.each(REFUSED)('is refused by name, with its place and what to do instead: %s', (marked, told) => {
		expect(tellMarked(marked)).toEqual([marked, told]);
		expect(compileText(marked.replaceAll(/[«»]/g, '')).program).toBeNull();
	});
});
