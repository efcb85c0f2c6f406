const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Writes a whole number from 0 on in base 62: digits, capitals, small letters. */
export function toBase62(number: number): string {
	const digit = DIGITS.charAt(number % DIGITS.length);
	return number < DIGITS.length ? digit : toBase62(Math.floor(number / DIGITS.length)) + digit;
}

/** Reads it back; NaN for other characters. */
export function fromBase62(text: string): number {
	let number = 0;
	for (const character of text) {
		const digit = DIGITS.indexOf(character);
		if (digit < 0) return Number.NaN;
		number = number * DIGITS.length + digit;
	}
	return number;
}
