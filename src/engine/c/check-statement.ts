import { assign } from './check-assignment.ts';
import { checkCondition, checkExpression } from './check-expression.ts';
import { convertTo } from './convert-to.ts';
import { declareLocal } from './declare-local.ts';
import { lintAssignedCondition, lintPrecedence } from './lint-precedence.ts';
import { printType } from './print.ts';
import { reportVoid } from './require-integer.ts';
import type { Scope } from './scope.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression, Located, Name, Statement } from './syntax.ts';
import type { Type } from './type.ts';
import type { Typed, TypedStatement } from './typed.ts';

/** What a statement needs to know of its function. */
export interface StatementContext extends ExpressionContext {
	readonly scope: Scope;
	readonly returns: Type;
	readonly labels: ReadonlyMap<string, Name>;
	readonly gotos: Name[];
	/** How many loops stand around the statement. */
	readonly loops: number;
}

/** Checks the statements of a block. Statements with an error are left out; the function is then not lowered. */
export function checkStatements(
	context: StatementContext,
	statements: readonly Statement[],
): readonly TypedStatement[] {
	return statements.flatMap((statement) => checkStatement(context, statement));
}

function checkStatement(context: StatementContext, statement: Statement): readonly TypedStatement[] {
	const at: Located = { place: statement.place, length: statement.length };
	switch (statement.kind) {
		case 'empty':
			return [];
		case 'expression':
			return asStatement(at, checkValue(context, statement.value));
		case 'declaration':
			return statement.variables.flatMap((variable) => {
				const value = variable.initialiser === null ? null : checkValue(context, variable.initialiser);
				const local = declareLocal(context, context.scope, variable);
				return local === null || value === null ? [] : asStatement(variable, assign(context, variable, local, value));
			});
		case 'block':
			return [checkBlock(context, [statement], at)];
		case 'label':
			return [{ kind: 'label', label: statement.label.name, body: checkBlock(context, [statement.body], at), ...at }];
		case 'goto':
			context.gotos.push(statement.label);
			return [{ kind: 'goto', label: statement.label.name, ...at }];
		case 'if': {
			const condition = checkBranch(context, statement.condition, 'if');
			const whenTrue = checkBlock(context, [statement.whenTrue], at);
			const whenFalse = statement.whenFalse === null ? null : checkBlock(context, [statement.whenFalse], at);
			return condition === null ? [] : [{ kind: 'if', condition, whenTrue, whenFalse, ...at }];
		}
		case 'while':
		case 'do':
		case 'for':
			return checkLoop(context, statement, at);
		case 'break':
		case 'continue':
			if (context.loops === 0) {
				context.report.error(
					'syntax',
					at,
					`'${statement.kind}' stands outside a loop`,
					'remove it, or use goto or return',
				);
			}
			return [{ kind: statement.kind, ...at }];
		case 'return':
			return checkReturn(context, statement, at);
	}
}

/** Checks statements in a block of their own. */
function checkBlock(context: StatementContext, statements: readonly Statement[], at: Located): TypedStatement {
	const [only] = statements;
	const inner = statements.length === 1 && only?.kind === 'block' ? only.statements : statements;
	context.scope.enter();
	const checked = checkStatements(context, inner);
	context.scope.leave();
	return { kind: 'block', statements: checked, ...at };
}

function checkLoop(
	context: StatementContext,
	statement: Statement & { kind: 'while' | 'do' | 'for' },
	at: Located,
): readonly TypedStatement[] {
	const isFor = statement.kind === 'for';
	context.scope.enter();
	const start = isFor && statement.start !== null ? checkStatement(context, statement.start) : [];
	const written = statement.condition;
	const condition = written === null ? null : checkBranch(context, written, statement.kind);
	const next = isFor && statement.next !== null ? checkValue(context, statement.next) : null;
	const body = checkBlock({ ...context, loops: context.loops + 1 }, [statement.body], at);
	context.scope.leave();
	if (condition === null && written !== null) return [];
	return [...start, { kind: 'loop', condition, next, body, isBodyFirst: statement.kind === 'do', ...at }];
}

function checkReturn(
	context: StatementContext,
	statement: Statement & { kind: 'return' },
	at: Located,
): readonly TypedStatement[] {
	const { returns, report } = context;
	if (statement.value === null) {
		if (returns.kind === 'void') return [{ kind: 'return', value: null, ...at }];
		report.error(
			'type',
			at,
			`this function returns ${printType(returns)}, found 'return' without a value`,
			'write the value',
		);
		return [];
	}
	const value = checkValue(context, statement.value);
	if (value === null) return [];
	if (returns.kind === 'void') {
		report.error(
			'type',
			value,
			"this function returns void, found 'return' with a value",
			'leave out the value, or give the function a type',
		);
		return [];
	}
	if (value.type.kind === 'void') {
		reportVoid(report, value);
		return [];
	}
	const converted = convertTo(context, value, returns, 'this function returns');
	return converted === null ? [] : [{ kind: 'return', value: converted, ...at }];
}

function checkBranch(context: StatementContext, expression: Expression, word: string): Typed | null {
	lintPrecedence(expression, context.report);
	lintAssignedCondition(expression, context.report);
	return checkCondition(context, expression, `the condition of ${word}`);
}

function checkValue(context: StatementContext, expression: Expression): Typed | null {
	lintPrecedence(expression, context.report);
	return checkExpression(context, expression);
}

function asStatement({ place, length }: Located, value: Typed | null): readonly TypedStatement[] {
	return value === null ? [] : [{ kind: 'expression', value, place, length }];
}
