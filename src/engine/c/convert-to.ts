import { printType } from './print.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Typed } from './typed.ts';
import { convertInteger, isInteger, isSameType } from './typed-operations.ts';

/** Converts a value to the type it is stored, passed or returned as; `what` begins the message. */
export function convertTo(context: ExpressionContext, value: Typed, type: Typed['type'], what: string): Typed | null {
	if (isInteger(type) && isInteger(value.type)) return convertInteger(value, type);
	if (isSameType(type, value.type)) return value;
	const { report, environment } = context;
	if (isUnknown(context, type) || isUnknown(context, value.type)) {
		report.countUntold();
		return null;
	}
	report.error(
		'type',
		value,
		`${what} ${printType(type)}, found ${printType(value.type)}`,
		adviseField(environment.structs, value.type, type),
	);
	return null;
}

/** True for a pointer to a struct that there is not: its declaration has been refused. */
export function isUnknown({ environment }: ExpressionContext, type: Typed['type']): boolean {
	return type.kind === 'pointer' && !Object.hasOwn(environment.structs, type.struct);
}

// Whoever passes the owner of a lock for the lock is shown the field.
function adviseField(
	structs: ExpressionContext['environment']['structs'],
	found: Typed['type'],
	wanted: Typed['type'],
): string {
	if (wanted.kind !== 'pointer') return 'pointers do not turn into integers, nor void into anything';
	const fields = found.kind === 'pointer' ? (structs[found.struct] ?? {}) : {};
	const field = Object.keys(fields).find((name) => fields[name] === wanted.struct);
	return field === undefined ? `use a ${printType(wanted)}` : `did you mean the address of its field ${field}?`;
}
