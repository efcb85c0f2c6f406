import type { Name } from './syntax.ts';
import type { Type } from './type.ts';

/** A parameter or local of the function being checked. */
export interface Local {
	readonly name: Name;
	readonly type: Type;
	readonly isConst: boolean;
	readonly register: number;
}

/** The locals that can be seen from a place in a function, innermost block last. */
export class Scope {
	readonly #blocks: Map<string, Local>[] = [new Map()];
	readonly #locals: Name[] = [];

	/** All locals so far by register, those of closed blocks included: each has one of its own. */
	get locals(): readonly Name[] {
		return this.#locals;
	}

	enter(): void {
		this.#blocks.push(new Map());
	}

	leave(): void {
		this.#blocks.pop();
	}

	/** Adds a local to the innermost block. The name must not be visible already. */
	declare(name: Name, type: Type, isConst: boolean): Local {
		const local: Local = { name, type, isConst, register: this.#locals.push(name) - 1 };
		this.#blocks.at(-1)?.set(name.name, local);
		return local;
	}

	find(name: string): Local | null {
		for (const block of this.#blocks.toReversed()) {
			const local = block.get(name);
			if (local !== undefined) return local;
		}
		return null;
	}

	/** The names of all visible locals. */
	names(): readonly string[] {
		return this.#blocks.flatMap((block) => [...block.keys()]);
	}
}
