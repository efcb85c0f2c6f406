import type { Diagnostic } from '../../src/engine/c/diagnostic.ts';
import type { Environment } from '../../src/engine/c/environment.ts';
import { type Compilation, compile } from '../../src/engine/model/compile.ts';

/** A small world for tests: one of each thing an environment can have. */
const TEST_ENVIRONMENT: Environment = {
	structs: {
		task_struct: {},
		rw_semaphore: {},
		spinlock: {},
		wait_queue: { lock: 'spinlock' },
		page: { waiters: 'wait_queue' },
		mm_struct: { mmap_sem: 'rw_semaphore' },
	},
	primitives: {
		down_read: { parameters: [{ struct: 'rw_semaphore' }], returns: 'void' },
		spin_lock: { parameters: [{ struct: 'spinlock' }], returns: 'void' },
		trylock_page: { parameters: [{ struct: 'page' }], returns: 'int' },
		set_bit: { parameters: ['int', { struct: 'page' }], returns: 'void' },
		spend: { parameters: ['duration'], returns: 'void' },
		signal_pending: { parameters: [{ struct: 'task_struct' }], returns: 'int' },
	},
	durations: ['io_ns', 'work_ns'],
};

/** Compiles one text in the small world. */
export function compileText(text: string): Compilation {
	return compile([{ path: 'test.c', text }], TEST_ENVIRONMENT);
}

/** A text in which «» mark what the diagnostic underlines, and that diagnostic. */
export type MarkedCase = readonly [marked: string, told: string];

/** The diagnostics of a text as a case writes them: the text with each underlined part in «», and what is told. */
export function tellMarked(marked: string): MarkedCase {
	const text = marked.replaceAll(/[«»]/g, '');
	const { diagnostics } = compileText(text);
	const told = diagnostics.map(({ code, message, advice }) => `${code}: ${message}; ${advice}`);
	return [mark(text, diagnostics), told.join(' / ')];
}

function mark(text: string, diagnostics: readonly Diagnostic[]): string {
	const lines = text.split('\n').map((line) => [...line, '']);
	for (const { place, length } of diagnostics) {
		const line = lines[place.line - 1] ?? [];
		line[place.column - 1] = `«${line[place.column - 1] ?? ''}`;
		line[place.column - 2 + length] = `${line[place.column - 2 + length] ?? ''}»`;
	}
	return lines.map((line) => line.join('')).join('\n');
}
