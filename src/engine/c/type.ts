/** A type of model C. Integers are 32 bits wide, two's complement; `bool` holds 0 or 1. */
export type Type =
	| { readonly kind: 'void' | 'int' | 'unsigned' | 'bool' }
	| { readonly kind: 'pointer'; readonly struct: string };
