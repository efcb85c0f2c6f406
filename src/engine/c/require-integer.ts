import { printType } from './print.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Located } from './syntax.ts';
import type { Typed } from './typed.ts';
import { isInteger } from './typed-operations.ts';

/** Returns the value if it is an integer, else null after an error; `role` begins the message, as in "the operand of ~". */
export function requireInteger({ report }: ExpressionContext, value: Typed, role: string): Typed | null {
	if (isInteger(value.type)) return value;
	if (value.type.kind === 'void') reportVoid(report, value);
	else
		report.error(
			'type',
			value,
			`${role} must be an integer, found ${printType(value.type)}`,
			'pointers can only be passed, stored and compared by == and !=',
		);
	return null;
}

/** Reports a call whose function returns nothing where a value is needed. */
export function reportVoid(report: ExpressionContext['report'], at: Located): void {
	report.error('type', at, 'a value is needed here, but this returns void', 'call it as a statement of its own');
}
