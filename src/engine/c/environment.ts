/** What a parameter of a primitive accepts: an integer, a pointer to a named struct, or a duration's name. */
export type ParameterKind = 'int' | 'duration' | { readonly struct: string };

/** What the C may call and the engine executes, seen from the C: name, parameters, result. */
export interface Signature {
	readonly parameters: readonly ParameterKind[];
	readonly returns: 'int' | 'void' | { readonly struct: string };
}

/**
 * The world around the C text, given by `kernel/`: the front end knows no lock by name.
 * `structs` maps a struct's name to its fields, and each field to the struct it is; every struct
 * instance has exactly one of each field, so a pointer to a field carries its owner's number.
 */
export interface Environment {
	readonly structs: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly primitives: Readonly<Record<string, Signature>>;
	/** Names that stand for a time given by the recipe, as in `spend(io_ns)`. */
	readonly durations: readonly string[];
}
