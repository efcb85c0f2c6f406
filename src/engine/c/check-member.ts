import { isUnknown } from './convert-to.ts';
import { print, printType } from './print.ts';
import { didYouMean } from './suggest.ts';
import type { ExpressionContext } from './surroundings.ts';
import type { Expression } from './syntax.ts';
import type { Typed } from './typed.ts';

type Member = Expression & { kind: 'member' };

/** Reports a field used as a value: it is an object of its own, and objects are passed by address. */
export function refuseField(context: ExpressionContext, expression: Member, field: Typed): null {
	if (field.type.kind !== 'pointer') return null;
	const text = print({ ...expression, parenthesised: false });
	context.report.error(
		'type',
		expression,
		`${text} is a struct ${field.type.struct}, and a value is needed here`,
		`write &${text}`,
	);
	return null;
}

/**
 * Checks `owner->field` or `owner->field.field`, the owner being checked; returns the field's address: an object has one
 * such field, so its number is the owner's.
 */
export function checkField(context: ExpressionContext, { object, field, isArrow }: Member, owner: Typed): Typed | null {
	const { report, environment } = context;
	const { type } = owner;
	if (type.kind !== 'pointer') {
		report.error(
			'type',
			object,
			`a field needs a pointer to a struct, found ${printType(type)}`,
			'only pointers to structs have fields',
		);
		return null;
	}
	if (!isArrow && object.kind !== 'member') {
		report.error(
			'type',
			field,
			`${print(object)} is a pointer, and '.' needs a struct`,
			`write ${print(object)}->${field.name}`,
		);
		return null;
	}
	const fields = isUnknown(context, type) ? {} : (environment.structs[type.struct] ?? {});
	const struct = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
	if (struct !== undefined) return { ...owner, type: { kind: 'pointer', struct } };
	if (isUnknown(context, type)) {
		report.countUntold();
		return null;
	}
	const names = Object.keys(fields);
	const known = names.length > 0 ? `its fields are ${names.join(', ')}` : 'it has no fields';
	report.error(
		'undeclared',
		field,
		`struct ${type.struct} has no field '${field.name}'`,
		didYouMean(field.name, names, known),
	);
	return null;
}
