import { expect, test } from 'vitest';
import { codeAt } from './code-at.ts';

const files = [
	{ path: 'mm/filemap.c', text: 'int f(void)\n{\n\t\treturn 0;\n}\n' },
	{ path: 'mm/memory.c', text: 'int g(void);\n' },
];

test.each([
	['mm/filemap.c', 3, 'return 0;'],
	['mm/memory.c', 1, 'int g(void);'],
	['mm/memory.c', 9, ''],
	['mm/gup.c', 1, ''],
])('at %s:%d stands %o', (file, line, code) => {
	expect(codeAt(files, { file, line, column: 1 })).toBe(code);
});
