import { checkStatements } from './check-statement.ts';
import { checkWrittenType, declareLocal } from './declare-local.ts';
import { LIMITS } from './limits.ts';
import type { Report } from './report.ts';
import { Scope } from './scope.ts';
import { didYouMean } from './suggest.ts';
import type { Surroundings } from './surroundings.ts';
import type { FunctionDefinition, Located, Name, Statement } from './syntax.ts';
import type { TypedFunction } from './typed.ts';

/** A checked function, with the functions that it calls and the place of the first call of each. */
export interface CheckedFunction {
	/** Null after an error in it. */
	readonly typed: TypedFunction | null;
	readonly calls: ReadonlyMap<string, Located>;
}

/** Checks a function's types, names, labels and statements. */
export function checkFunction(surroundings: Surroundings, definition: FunctionDefinition): CheckedFunction {
	const { report } = surroundings;
	const errors = report.errors;
	const scope = new Scope();
	const calls = new Map<string, Located>();
	const labels = collectLabels(definition.body, report);
	const gotos: Name[] = [];
	const returns = definition.returns.type;
	checkWrittenType(surroundings, definition.returns);
	for (const parameter of definition.parameters) declareLocal(surroundings, scope, parameter);
	const context = { ...surroundings, scope, calls, returns, labels, gotos, loops: 0 };
	const body = definition.isBroken ? [] : checkStatements(context, definition.body);
	checkGotos(gotos, labels, report);
	if (scope.locals.length > LIMITS.functionLocals) {
		report.error(
			'limit',
			definition.name,
			`${definition.name.name} has more than ${LIMITS.functionLocals} parameters and locals`,
			'split it into functions',
		);
	}
	if (definition.isBroken || report.errors > errors) return { typed: null, calls };
	const { name, end, place, length } = definition;
	const parameters = definition.parameters.map((parameter) => ({ name: parameter.name, type: parameter.type.type }));
	return {
		typed: { name: name.name, returns, parameters, locals: scope.locals, body, end, place, length },
		calls,
	};
}

function collectLabels(statements: readonly Statement[], report: Report): ReadonlyMap<string, Name> {
	const labels = new Map<string, Name>();
	const visit = (statement: Statement): void => {
		switch (statement.kind) {
			case 'label':
				addLabel(labels, statement.label, report);
				visit(statement.body);
				break;
			case 'block':
				statement.statements.forEach(visit);
				break;
			case 'if':
				visit(statement.whenTrue);
				if (statement.whenFalse !== null) visit(statement.whenFalse);
				break;
			case 'while':
			case 'do':
			case 'for':
				visit(statement.body);
				break;
			default:
		}
	};
	statements.forEach(visit);
	return labels;
}

function addLabel(labels: Map<string, Name>, label: Name, report: Report): void {
	const first = labels.get(label.name);
	if (first === undefined) {
		labels.set(label.name, label);
		return;
	}
	const { line, column } = first.place;
	report.error(
		'duplicate',
		label,
		`the label '${label.name}' stands at ${line}:${column} already`,
		'choose another name',
	);
}

function checkGotos(gotos: readonly Name[], labels: ReadonlyMap<string, Name>, report: Report): void {
	for (const label of gotos) {
		if (labels.has(label.name)) continue;
		const advice = didYouMean(label.name, labels.keys(), 'put the label before a statement of this function');
		report.error('undeclared', label, `there is no label '${label.name}' in this function`, advice);
	}
}
