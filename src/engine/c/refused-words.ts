/** A part of C that the model leaves out: what it is called, and what to do instead. */
export interface Refusal {
	readonly what: string;
	readonly advice: string;
}

const INTEGERS = 'use int, unsigned, u32, s32 or bool: integers have 32 bits';
const width = (bits: number): Refusal => ({ what: `a type of ${bits} bits`, advice: INTEGERS });
const UNFAMILIAR = 'leave it out';

/** Words of C (and of the kernel) that begin a type the model does not have. */
export const REFUSED_TYPES: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
	['char', width(8)],
	['u8', width(8)],
	['s8', width(8)],
	['short', width(16)],
	['u16', width(16)],
	['s16', width(16)],
	['long', width(64)],
	['u64', width(64)],
	['s64', width(64)],
	['size_t', width(64)],
	['signed', { what: 'the word signed', advice: 'write int' }],
	['_Bool', { what: 'the word _Bool', advice: 'write bool' }],
	['float', { what: 'a floating-point type', advice: INTEGERS }],
	['double', { what: 'a floating-point type', advice: INTEGERS }],
	['union', { what: 'a union', advice: "use pointers to the environment's structs" }],
	['enum', { what: 'an enum', advice: 'give each value a name with #define' }],
	['typedef', { what: 'a typedef', advice: 'write the type itself' }],
	['extern', { what: 'extern', advice: 'leave it out: all files form one program' }],
	['volatile', { what: 'volatile', advice: UNFAMILIAR }],
	['register', { what: 'register', advice: UNFAMILIAR }],
	['auto', { what: 'auto', advice: 'write the type itself' }],
	['typeof', { what: 'typeof', advice: 'write the type itself' }],
]);

/** Words that begin a statement or an expression the model does not have. */
export const REFUSED_WORDS: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
	...REFUSED_TYPES,
	['switch', { what: 'a switch statement', advice: 'use if and else' }],
	['case', { what: 'a case label', advice: 'use if and else' }],
	['default', { what: 'a default label', advice: 'use if and else' }],
	['sizeof', { what: 'sizeof', advice: 'objects have no size here; write the number' }],
	['NULL', { what: 'NULL', advice: 'an object pointer always points to an object; leave the test out' }],
	['asm', { what: 'inline assembly', advice: UNFAMILIAR }],
]);

/** Words that begin a statement, or go on with one. */
export const STATEMENT_WORDS: ReadonlySet<string> = new Set([
	'if',
	'else',
	'while',
	'do',
	'for',
	'goto',
	'break',
	'continue',
	'return',
]);

/** Words with a meaning of their own in model C, which cannot name anything else. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
	...STATEMENT_WORDS,
	...['static', 'inline', 'const', 'struct', 'void', 'int', 'unsigned', 'bool', 'u32', 's32', 'vm_fault_t'],
	...['current', 'likely', 'unlikely', 'true', 'false'],
]);
