import { describe, expect, test } from 'vitest';
import { colourLine } from './colour-line.ts';

/** A line in a short notation: each stretch that is not plain as kind(text). */
function kinds(text: string, inComment = false): string {
	const { stretches } = colourLine(text, inComment);
	return stretches.map(({ kind, text: part }) => (kind === 'plain' ? part : `${kind}(${part})`)).join('');
}

describe('colourLine', () => {
	test.each([
		['', ''],
		['	goto retry;', '	keyword(goto) retry;'],
		['	up_read(&mm->mmap_sem);', '	function(up_read)(&mm->mmap_sem);'],
		['	if (fault & 0x0400) {', '	keyword(if) (fault & constant(0x0400)) {'],
		['	return 0; /* done */', '	keyword(return) constant(0); comment(/* done */)'],
		['int a1; // if', 'keyword(int) a1; comment(// if)'],
	])('colours %j', (text, notation) => {
		expect(kinds(text)).toBe(notation);
	});

	test('goes on with a comment until it ends', () => {
		expect(colourLine('/* if', false).inComment).toBe(true);
		expect(colourLine(' * while', true)).toEqual({
			stretches: [{ kind: 'comment', text: ' * while' }],
			inComment: true,
		});
		expect(kinds(' */ return', true)).toBe('comment( */) keyword(return)');
		expect(colourLine(' */ return', true).inComment).toBe(false);
	});

	test('loses no character', () => {
		const line = '	if (!down_read_trylock(&mm->mmap_sem)) { /* 0x04 */';
		expect(
			colourLine(line, false)
				.stretches.map(({ text }) => text)
				.join(''),
		).toBe(line);
	});
});
