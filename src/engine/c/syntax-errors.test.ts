import { describe, expect, it } from 'vitest';
import { compileText, type MarkedCase, tellMarked } from '../../../tests/support/c-notation.ts';

const ERRORS: readonly MarkedCase[] = [
	[
		'#define «current» 1',
		"syntax: expected the name of a constant, found 'current', which has a meaning of its own; choose another name",
	],
	[
		'void «likely»(void) { }',
		"syntax: expected the name of a function, found 'likely', which has a meaning of its own; choose another name",
	],
	['#define A «1 + 2»', 'parentheses: C pastes 1 + 2 for A without parentheses; write #define A (1 + 2)'],
	[
		'#define A «(-2147483647 - 1) / 1»',
		'parentheses: C pastes (-2147483647 - 1) / 1 for A without parentheses; write #define A ((-2147483647 - 1) / 1)',
	],
	['void f(void) { «break»; }', "syntax: 'break' stands outside a loop; remove it, or use goto or return"],
	['void f(void) { «continue»; }', "syntax: 'continue' stands outside a loop; remove it, or use goto or return"],
	['void f(void) { int a = 1« »}', "syntax: expected ';' after the declaration, found '}'; write ';' here"],
	['int f(int a) { return a +«;» }', "syntax: expected an expression, found ';'; write a value, a name or a call here"],
	['int f(int a) { return (a«;» }', "syntax: expected ')' to close the '(', found ';'; write ')' here"],
	['int f(int a) { if «a») return 1; return 0; }', "syntax: expected '(' after 'if', found 'a'; write '(' here"],
	['int f(int a) { int «3x»; return a; }', "syntax: expected the name of a variable, found '3x'; write a name here"],
	['int f(int a) {«»', "syntax: expected '}' to close the function, found the end; write '}' here"],
	[
		'void f(int a) { «else» a = 1; }',
		"syntax: expected a statement, found 'else'; an else belongs behind the statement of its if",
	],
	[
		'«}»',
		"syntax: expected a type, found '}'; the types are void, int, s32, unsigned, u32, vm_fault_t, bool and struct NAME *",
	],
	['int «f»(int) { return 1; }', 'syntax: a parameter of this function has no name; name each parameter'],
	[
		'void f(void) { «pgoff_t» x; }',
		"undeclared: 'pgoff_t' is not a type here; the types are void, int, s32, unsigned, u32, vm_fault_t, bool and struct NAME *",
	],
	[
		'«pgoff_t» f(void) { return 1; }',
		"undeclared: expected a type, found 'pgoff_t'; the types are void, int, s32, unsigned, u32, vm_fault_t, bool and struct NAME *",
	],
	['void f(void) { «@» }', "syntax: '@' is not a character of C; remove it"],
	['«/*» never', "syntax: this comment never ends; close it with '*/'"],
	[
		'void f(void) { if (1) «int» x; }',
		"syntax: expected a statement, found the declaration 'int'; put it into a block: { ... }",
	],
	[
		'void f(int «if») { }',
		"syntax: expected the name of a parameter, found 'if', which has a meaning of its own; choose another name",
	],
	[
		'int f(void) { return «09»; }',
		"syntax: '09' is not a number; write decimal (32), hexadecimal (0x20) or octal (040), with u behind it for unsigned",
	],
	['void f(int a) { f2(a «b»); }', "syntax: expected ')' after the parameters, found 'b'; write ')' here"],
	[
		'static «f»(void) { }',
		"undeclared: expected a type, found 'f'; the types are void, int, s32, unsigned, u32, vm_fault_t, bool and struct NAME *",
	],
	['void f(«static» int x) { }', "syntax: a parameter is not 'static'; leave out 'static'"],
	[
		'void f(void) { int a = 1«»\n\ta = 2;\n\tfoo; }',
		"syntax: expected ';' after the declaration, found 'a'; write ';' here",
	],
	['void f(void) { int«;» }', "syntax: expected a name, found ';'; name the variable"],
	[
		'«x»',
		"undeclared: expected a type, found 'x'; the types are void, int, s32, unsigned, u32, vm_fault_t, bool and struct NAME *",
	],
	['void f(void) { do ; while (1)« »}', "syntax: expected ';' after the condition of 'do', found '}'; write ';' here"],
];

describe('a syntax error', () => {
	it.each(ERRORS)('says what was found, where, and what was expected: %s', (marked, told) => {
		expect(tellMarked(marked)).toEqual([marked, told]);
		expect(compileText(marked.replaceAll(/[«»]/g, '')).program).toBeNull();
	});
});
