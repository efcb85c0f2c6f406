import type { Typed } from '../c/typed.ts';
import type { CodeBuilder, Label } from './lower-code.ts';
import type { Register } from './program.ts';

/**
 * Emits the code of an expression with a value and returns the register that holds it: `into` if
 * given, a local's own register if it is just read, else a new temporary.
 */
export function lowerValue(code: CodeBuilder, value: Typed, into: Register | null = null): Register {
	const { place } = value;
	const destination = (): Register => into ?? code.newTemporary();
	switch (value.kind) {
		case 'number': {
			const to = destination();
			code.emit(place, { kind: 'constant', to, value: value.value });
			return to;
		}
		case 'local':
			return copyInto(code, value, value.register, into);
		case 'unary': {
			const from = lowerValue(code, value.operand);
			const to = destination();
			code.emit(place, { kind: 'unary', operator: value.operator, to, from });
			return to;
		}
		case 'binary': {
			const left = lowerValue(code, value.left);
			const right = lowerValue(code, value.right);
			const to = destination();
			code.emit(place, { kind: 'binary', operator: value.operator, unsigned: value.unsigned, to, left, right });
			return to;
		}
		case 'logical':
			return lowerTruth(code, value, destination());
		case 'conditional': {
			const to = destination();
			lowerConditional(code, value, (result) => lowerValue(code, result, to));
			return to;
		}
		case 'comma':
			lowerEffect(code, value.left);
			return lowerValue(code, value.right, into);
		case 'assignment':
			lowerValue(code, value.value, value.register);
			return copyInto(code, value, value.register, into);
		case 'postfix': {
			const to = destination();
			code.emit(place, { kind: 'copy', to, from: value.register });
			lowerValue(code, value.value, value.register);
			return to;
		}
		case 'call':
		case 'primitive': {
			const to = destination();
			lowerCall(code, value, to);
			return to;
		}
	}
}

/** Emits the code of an expression whose value, if any, is not used. */
export function lowerEffect(code: CodeBuilder, value: Typed): void {
	switch (value.kind) {
		case 'number':
		case 'local':
			return;
		case 'assignment':
		case 'postfix':
			lowerValue(code, value.value, value.register);
			return;
		case 'comma':
			lowerEffect(code, value.left);
			lowerEffect(code, value.right);
			return;
		case 'conditional':
			lowerConditional(code, value, (result) => lowerEffect(code, result));
			return;
		case 'call':
		case 'primitive':
			lowerCall(code, value, null);
			return;
		case 'logical': {
			const end = code.newLabel();
			const right = code.newLabel();
			lowerBranch(code, value.left, value.operator === '&&' ? right : end, value.operator === '&&' ? end : right);
			code.place(right);
			lowerEffect(code, value.right);
			code.place(end);
			return;
		}
		case 'unary':
			lowerEffect(code, value.operand);
			return;
		// A division may be undefined: it is computed, so that this is found.
		case 'binary':
			lowerValue(code, value);
	}
}

/** Emits code that goes to one label or the other; && and || become branches of their own. */
export function lowerBranch(code: CodeBuilder, condition: Typed, whenTrue: Label, whenFalse: Label): void {
	const { place } = condition;
	if (condition.kind === 'number') {
		code.emit(place, { kind: 'jump', target: condition.value !== 0 ? whenTrue : whenFalse });
	} else if (condition.kind === 'unary' && condition.operator === '!') {
		lowerBranch(code, condition.operand, whenFalse, whenTrue);
	} else if (condition.kind === 'unary' && condition.operator === 'bool') {
		lowerBranch(code, condition.operand, whenTrue, whenFalse);
	} else if (condition.kind === 'logical') {
		const right = code.newLabel();
		const isAnd = condition.operator === '&&';
		lowerBranch(code, condition.left, isAnd ? right : whenTrue, isAnd ? whenFalse : right);
		code.place(right);
		lowerBranch(code, condition.right, whenTrue, whenFalse);
	} else {
		const register = lowerValue(code, condition);
		code.emit(place, { kind: 'branch', condition: register, whenTrue, whenFalse });
	}
}

function copyInto(code: CodeBuilder, { place }: Typed, from: Register, into: Register | null): Register {
	if (into === null || into === from) return from;
	code.emit(place, { kind: 'copy', to: into, from });
	return into;
}

function lowerTruth(code: CodeBuilder, value: Typed & { kind: 'logical' }, to: Register): Register {
	const { place } = value;
	const [whenTrue, whenFalse, end] = [code.newLabel(), code.newLabel(), code.newLabel()];
	lowerBranch(code, value, whenTrue, whenFalse);
	code.place(whenTrue);
	code.emit(place, { kind: 'constant', to, value: 1 });
	code.emit(place, { kind: 'jump', target: end });
	code.place(whenFalse);
	code.emit(place, { kind: 'constant', to, value: 0 });
	code.place(end);
	return to;
}

function lowerConditional(
	code: CodeBuilder,
	value: Typed & { kind: 'conditional' },
	lowerResult: (result: Typed) => void,
): void {
	const [whenTrue, whenFalse, end] = [code.newLabel(), code.newLabel(), code.newLabel()];
	lowerBranch(code, value.condition, whenTrue, whenFalse);
	code.place(whenTrue);
	lowerResult(value.whenTrue);
	code.emit(code.lastPlace(value.place), { kind: 'jump', target: end });
	code.place(whenFalse);
	lowerResult(value.whenFalse);
	code.place(end);
}

function lowerCall(
	code: CodeBuilder,
	{ kind, callee, parameters, place }: Typed & { kind: 'call' | 'primitive' },
	to: Register | null,
): void {
	const registers = parameters.map((parameter) => lowerValue(code, parameter));
	if (kind === 'call') code.emit(place, { kind, callee, to, parameters: registers });
	else code.emit(place, { kind, name: callee, to, parameters: registers });
}
