import type { TypedStatement } from '../c/typed.ts';
import type { CodeBuilder, Label } from './lower-code.ts';
import { lowerBranch, lowerEffect, lowerValue } from './lower-expression.ts';

/** Where a statement may jump: the function's labels, and the ends of the innermost loop. */
export interface JumpTargets {
	/** The function's C labels; filled as they are met. */
	readonly labels: Map<string, Label>;
	readonly breakTo: Label | null;
	readonly continueTo: Label | null;
}

/** Emits the code of statements, in order. */
export function lowerStatements(code: CodeBuilder, statements: readonly TypedStatement[], targets: JumpTargets): void {
	for (const statement of statements) {
		lowerStatement(code, statement, targets);
		code.releaseTemporaries();
	}
}

function lowerStatement(code: CodeBuilder, statement: TypedStatement, targets: JumpTargets): void {
	switch (statement.kind) {
		case 'expression':
			lowerEffect(code, statement.value);
			break;
		case 'block':
			lowerStatements(code, statement.statements, targets);
			break;
		case 'if':
			lowerIf(code, statement, targets);
			break;
		case 'loop':
			lowerLoop(code, statement, targets);
			break;
		case 'label':
			code.place(labelOf(code, targets, statement.label));
			lowerStatement(code, statement.body, targets);
			break;
		case 'goto':
			code.emit(statement.place, { kind: 'jump', target: labelOf(code, targets, statement.label) });
			break;
		case 'break':
		case 'continue': {
			const target = statement.kind === 'break' ? targets.breakTo : targets.continueTo;
			// The checker has refused both outside loops.
			if (target === null) throw new Error(`${statement.kind} outside a loop`);
			code.emit(statement.place, { kind: 'jump', target });
			break;
		}
		case 'return': {
			const from = statement.value === null ? null : lowerValue(code, statement.value);
			code.emit(statement.place, { kind: 'return', from });
		}
	}
}

function lowerIf(code: CodeBuilder, statement: TypedStatement & { kind: 'if' }, targets: JumpTargets): void {
	const [whenTrue, whenFalse, end] = [code.newLabel(), code.newLabel(), code.newLabel()];
	lowerBranch(code, statement.condition, whenTrue, whenFalse);
	code.releaseTemporaries();
	code.place(whenTrue);
	lowerStatement(code, statement.whenTrue, targets);
	if (statement.whenFalse !== null) {
		// Leaving the first branch runs no line of its own: the jump belongs to its last line.
		code.emit(code.lastPlace(statement.place), { kind: 'jump', target: end });
	}
	code.place(whenFalse);
	if (statement.whenFalse !== null) lowerStatement(code, statement.whenFalse, targets);
	code.place(end);
}

function lowerLoop(code: CodeBuilder, statement: TypedStatement & { kind: 'loop' }, targets: JumpTargets): void {
	const { condition, next, body, isBodyFirst, place } = statement;
	const [start, look, continueTo, breakTo] = [code.newLabel(), code.newLabel(), code.newLabel(), code.newLabel()];
	const inner: JumpTargets = { labels: targets.labels, breakTo, continueTo };
	if (!isBodyFirst) {
		code.place(look);
		if (condition !== null) lowerBranch(code, condition, start, breakTo);
		code.releaseTemporaries();
	}
	code.place(start);
	lowerStatement(code, body, inner);
	code.releaseTemporaries();
	code.place(continueTo);
	if (next !== null) lowerEffect(code, next);
	if (isBodyFirst && condition !== null) lowerBranch(code, condition, start, breakTo);
	else code.emit(place, { kind: 'jump', target: look });
	code.place(breakTo);
}

function labelOf(code: CodeBuilder, { labels }: JumpTargets, name: string): Label {
	const known = labels.get(name);
	if (known !== undefined) return known;
	const label = code.newLabel();
	labels.set(name, label);
	return label;
}
