import { checkExpression } from './check-expression.ts';
import { LIMITS } from './limits.ts';
import { lintPrecedence } from './lint-precedence.ts';
import type { ConstantTable, ExpressionContext, Surroundings } from './surroundings.ts';
import type { ConstantDefinition, Located } from './syntax.ts';
import type { Typed } from './typed.ts';

/** The `#define`s of a program. Each is evaluated when first asked for, so their order is free. */
export class Constants implements ConstantTable {
	readonly #definitions: ReadonlyMap<string, ConstantDefinition>;
	/** Null stands for a definition that was refused. */
	readonly #values = new Map<string, Typed | null>();
	/** The constants being evaluated, each asked for by the one before. */
	readonly #asking: string[] = [];
	#context: ExpressionContext | null = null;

	constructor(definitions: ReadonlyMap<string, ConstantDefinition>) {
		this.#definitions = definitions;
	}

	has(name: string): boolean {
		return this.#definitions.has(name);
	}

	/** The names that a definition may use: not those that wait for it. */
	names(): readonly string[] {
		return [...this.#definitions.keys()].filter((name) => !this.#asking.includes(name));
	}

	read(name: string, at: Located): Typed | null {
		const value = this.#evaluate(name);
		return value === null ? null : { ...value, place: at.place, length: at.length };
	}

	/** Evaluates all constants and returns the values of those that were not refused. */
	evaluateAll(surroundings: Surroundings): ReadonlyMap<string, number> {
		this.#context = { ...surroundings, scope: null, calls: null };
		const values = new Map<string, number>();
		for (const name of this.#definitions.keys()) {
			const value = this.#evaluate(name);
			if (value?.kind === 'number') values.set(name, value.value);
		}
		return values;
	}

	#evaluate(name: string): Typed | null {
		const known = this.#values.get(name);
		if (known !== undefined) return known;
		const definition = this.#definitions.get(name);
		if (definition === undefined || definition.value === null || this.#context === null) return null;
		if (this.#refuseCycle(definition, this.#context)) return null;
		this.#asking.push(name);
		const value = checkExpression(this.#context, definition.value);
		lintPrecedence(definition.value, this.#context.report);
		this.#asking.pop();
		// A cycle or a chain too deep has given its own value already: null.
		const isNumber = value === null || value.kind === 'number';
		if (!isNumber) {
			this.#context.report.error(
				'constant',
				definition.name,
				`the value of ${name} is not a constant`,
				'use numbers, other constants and operators',
			);
		}
		const result = isNumber && !this.#values.has(name) ? value : null;
		this.#values.set(name, result);
		return result;
	}

	#refuseCycle({ name }: ConstantDefinition, { report }: ExpressionContext): boolean {
		const start = this.#asking.indexOf(name.name);
		if (start >= 0) {
			const cycle = [...this.#asking.slice(start), name.name];
			report.error(
				'cycle',
				name,
				`${name.name} is defined by itself: ${cycle.join(' -> ')}`,
				'give one of them a number',
			);
		} else if (this.#asking.length >= LIMITS.nestingDepth) {
			report.error(
				'limit',
				name,
				`more than ${LIMITS.nestingDepth} constants lead to one another up to ${name.name}`,
				'give one of them a number',
			);
		} else {
			return false;
		}
		for (const asked of this.#asking) this.#values.set(asked, null);
		this.#values.set(name.name, null);
		return true;
	}
}
