import type { KnownBits } from './known-bits.ts';
import type { BinaryOperator, UnaryOperator } from './operators.ts';
import type { Located, Name } from './syntax.ts';
import type { Type } from './type.ts';

/**
 * An expression after checking: names are registers or values, conversions are written out,
 * constants are folded, and each part knows its type and the bits it can have.
 */
export type Typed = Located & { readonly type: Type; readonly bits: KnownBits } & (
		| { readonly kind: 'number'; readonly value: number }
		| { readonly kind: 'local'; readonly register: number }
		| { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Typed }
		| {
				readonly kind: 'binary';
				readonly operator: BinaryOperator;
				readonly unsigned: boolean;
				readonly left: Typed;
				readonly right: Typed;
		  }
		| { readonly kind: 'logical'; readonly operator: '&&' | '||'; readonly left: Typed; readonly right: Typed }
		| { readonly kind: 'comma'; readonly left: Typed; readonly right: Typed }
		| { readonly kind: 'conditional'; readonly condition: Typed; readonly whenTrue: Typed; readonly whenFalse: Typed }
		/** Stores, and has the stored value. Compound assignments are written out. */
		| { readonly kind: 'assignment'; readonly register: number; readonly value: Typed }
		/** Stores, and has the value from before. */
		| { readonly kind: 'postfix'; readonly register: number; readonly value: Typed }
		| { readonly kind: 'call' | 'primitive'; readonly callee: string; readonly parameters: readonly Typed[] }
	);

/** A statement after checking. Declarations have become assignments. */
export type TypedStatement = Located &
	(
		| { readonly kind: 'expression'; readonly value: Typed }
		| { readonly kind: 'block'; readonly statements: readonly TypedStatement[] }
		| {
				readonly kind: 'if';
				readonly condition: Typed;
				readonly whenTrue: TypedStatement;
				readonly whenFalse: TypedStatement | null;
		  }
		| {
				/** Every loop. `condition` null is true; `next` runs before each further look at it. */
				readonly kind: 'loop';
				readonly condition: Typed | null;
				readonly next: Typed | null;
				readonly body: TypedStatement;
				/** A `do` loop runs its body before it looks at the condition. */
				readonly isBodyFirst: boolean;
		  }
		| { readonly kind: 'label'; readonly label: string; readonly body: TypedStatement }
		| { readonly kind: 'goto'; readonly label: string }
		| { readonly kind: 'return'; readonly value: Typed | null }
		| { readonly kind: 'break' | 'continue' }
	);

/** A function after checking, ready for lowering. */
export interface TypedFunction extends Located {
	readonly name: string;
	readonly returns: Type;
	readonly parameters: readonly { readonly name: string; readonly type: Type }[];
	/** Parameters, then locals, each at its register; temporaries come after them. */
	readonly locals: readonly Name[];
	readonly body: readonly TypedStatement[];
	readonly end: Located;
}
