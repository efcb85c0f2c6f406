import type { Expression } from './syntax.ts';
import type { Type } from './type.ts';

/** An expression as C text, with the parentheses it was written with. */
export function print(expression: Expression): string {
	const text = printInner(expression, print);
	return expression.parenthesised ? `(${text})` : text;
}

/** An expression as C text, each part in parentheses: how C reads it. */
export function printFully(expression: Expression): string {
	const text = printInner(expression, printFully);
	return expression.kind === 'name' || expression.kind === 'number' || expression.kind === 'call' ? text : `(${text})`;
}

/** An expression as C text in which the operands of its outermost operator stand in parentheses. */
export function printOnce(expression: Expression): string {
	return printInner(expression, (part) => {
		const isSimple = part.parenthesised || ['name', 'number', 'call', 'member'].includes(part.kind);
		return isSimple ? print(part) : `(${print(part)})`;
	});
}

/** A type as C writes it. */
export function printType(type: Type): string {
	return type.kind === 'pointer' ? `struct ${type.struct} *` : type.kind;
}

function printInner(expression: Expression, part: (expression: Expression) => string): string {
	switch (expression.kind) {
		case 'number':
			return expression.text;
		case 'name':
			return expression.name;
		case 'prefix':
			return joinPrefix(expression.operator, part(expression.operand));
		case 'update': {
			const operator = expression.operator.repeat(2);
			const operand = part(expression.operand);
			return expression.isPrefix ? joinPrefix(operator, operand) : `${operand}${operator}`;
		}
		case 'infix':
			return `${part(expression.left)}${expression.operator === ',' ? ',' : ` ${expression.operator}`} ${part(expression.right)}`;
		case 'conditional':
			return `${part(expression.condition)} ? ${part(expression.whenTrue)} : ${part(expression.whenFalse)}`;
		case 'assignment':
			return `${part(expression.target)} ${expression.operator ?? ''}= ${part(expression.value)}`;
		case 'cast':
			return `(${printType(expression.to.type)})${part(expression.operand)}`;
		case 'call':
			return `${expression.callee.name}(${expression.parameters.map((parameter) => part(parameter)).join(', ')})`;
		case 'member':
			return `${part(expression.object)}${expression.isArrow ? '->' : '.'}${expression.field.name}`;
	}
}

// "- -x" must not become "--x", nor "& &x" a logical and.
function joinPrefix(operator: string, operand: string): string {
	return operator.at(-1) === operand[0] ? `${operator} ${operand}` : `${operator}${operand}`;
}
