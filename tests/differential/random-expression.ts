/** Draws whole numbers from 0 to below `bound`; the same seed gives the same numbers. */
export type Draw = (bound: number) => number;

/** A generator for tests: 32-bit xorshift. The seed must not be 0. */
export function drawFrom(seed: number): Draw {
	let state = seed | 0;
	return (bound) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % bound;
	};
}

/** What every random function has: parameters, locals that it may assign, constants. */
const PARAMETERS = 'int a, int b, unsigned u, u32 v, bool p';
const LOCALS = ['int r', 'unsigned s', 'bool t'] as const;
export const DEFINES = [
	'#define MASK (0x0f | 1 << 6)',
	'#define LEAST (-2147483647 - 1)',
	'#define TOP 0x80000000',
] as const;

const ATOMS = [
	'a',
	'b',
	'u',
	'v',
	'p',
	'MASK',
	'LEAST',
	'TOP',
	'0',
	'1',
	'2',
	'3',
	'31',
	'017',
	'0x20',
	'7u',
	'4294967295u',
	'0x7fffffff',
];
const INFIX = ['+', '-', '*', '/', '%', '<<', '>>', '&', '|', '^', '<', '>', '<=', '>=', '==', '!=', '&&', '||'];
const PREFIX = ['-', '+', '~', '!', '(int)', '(unsigned)', '(bool)', '(u32)', '(s32)'];
const COMPOUND = ['=', '+=', '-=', '*=', '&=', '|=', '^=', '<<=', '>>='];

/** Values that lie where arithmetic turns, and some that do not. */
const INTERESTING = [0, 1, -1, 2, 3, 5, 31, 32, 33, 0x7fff_ffff, -0x8000_0000, 0x1234_5678, -77, 1000] as const;

function pick<Item>(draw: Draw, items: readonly Item[]): Item {
	const item = items[draw(items.length)];
	if (item === undefined) throw new Error('nothing to pick from');
	return item;
}

/**
 * A well-typed expression as text. Operators stand side by side without parentheses, so that
 * precedence decides; each local is assigned in at most one place, since C leaves open which
 * of two unsequenced assignments comes first.
 */
export function randomExpression(draw: Draw): string {
	const unassigned = LOCALS.map((local) => local.split(' ')[1] ?? '');
	const expression = (depth: number): string => {
		if (depth === 0) return pick(draw, ATOMS);
		const part = (): string => expression(depth - 1 - draw(2) * (depth > 1 ? 1 : 0));
		switch (draw(12)) {
			case 0:
				return pick(draw, ATOMS);
			case 1:
			case 2:
				return `${pick(draw, PREFIX)} ${pick(draw, PREFIX)} ${pick(draw, ATOMS)}`;
			case 3:
				return `${pick(draw, PREFIX)}(${part()})`;
			case 4:
				return `${part()} ? ${part()} : ${part()}`;
			case 5:
				return `(${part()}) ${pick(draw, INFIX)} ${part()}`;
			case 6:
				return `${draw(2) === 0 ? 'likely' : 'unlikely'}(${part()})`;
			case 7: {
				const local = unassigned.pop();
				if (local === undefined) return part();
				return pick(draw, [
					`(${local} ${pick(draw, COMPOUND)} ${part()}, ${local})`,
					`(${local} = ${part()}, ${local}++ && ${local}--, ++${local})`,
					`(${local} = ${part()}, ${local}--)`,
				]);
			}
			default:
				return `${part()} ${pick(draw, INFIX)} ${part()}`;
		}
	};
	return expression(1 + draw(4));
}

/** One function around a random expression, as text for this compiler and for gcc. */
export function randomFunction(draw: Draw, name: string): string {
	const locals = LOCALS.map((local) => `${local} = ${draw(3)};`).join(' ');
	return `${pick(draw, ['int', 'unsigned', 'bool'])} ${name}(${PARAMETERS}) { ${locals} return ${randomExpression(draw)}; }`;
}

/** Values for the parameters of a random function. */
export function randomParameters(draw: Draw): readonly number[] {
	const value = (): number => (draw(3) === 0 ? draw(0x8000_0000) | 0 : pick(draw, INTERESTING));
	return [value(), value(), value(), value(), draw(2)];
}
