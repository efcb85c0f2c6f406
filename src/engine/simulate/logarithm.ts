/** Mantissas are looked up by their first 10 bits, which puts the logarithm right to about 1 in 2000. */
const BITS = 10;
const SIZE = 1 << BITS;

/** ln 2, correctly rounded; a constant, so that no engine's Math.log is asked. */
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the standard leaves the last bit of Math.LN2 open.
const LN_2 = 0.6931471805599453;

/**
 * Binary logarithm of a number in [1, 2), by squaring: each square that reaches 2 is one more bit.
 * Multiplication rounds alike everywhere, which Math.log2 need not.
 */
function log2(mantissa: number): number {
	let value = mantissa;
	let result = 0;
	for (let bit = 0.5; bit > 2 ** -40; bit /= 2) {
		value *= value;
		if (value < 2) continue;
		value /= 2;
		result += bit;
	}
	return result;
}

/** At i, the natural logarithm of the middle of the i-th of SIZE parts of [1, 2). */
const mantissaLogarithms = Float64Array.from({ length: SIZE }, (_, index) => log2(1 + (index + 0.5) / SIZE) * LN_2);

/**
 * Minus the natural logarithm of `draw / 2^32`: from a uniform draw, a time with mean 1 that has no
 * memory. Alike to the last bit in every JavaScript engine.
 *
 * @param draw a whole number, 0 .. 2^32 - 1; 0 is taken as 1
 */
export function minusLogarithm(draw: number): number {
	const number = draw === 0 ? 1 : draw;
	const zeros = Math.clz32(number);
	const index = ((number << zeros) >>> (31 - BITS)) & (SIZE - 1);
	return (zeros + 1) * LN_2 - (mantissaLogarithms[index] as number);
}
