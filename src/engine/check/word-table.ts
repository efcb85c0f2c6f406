import { FULLEST, mixed } from './hash.ts';

/** The bits of a slot that hold 1 + a row's number; a table holds fewer rows than that. */
const NUMBER = 2 ** 28 - 1;
const TAG = ~NUMBER;
/** Bits of the hash that have least to do with its slot. */
const TAG_IN_CODE = 4;

/**
 * A set of rows of 32-bit words, all of one width, numbered in the order in which they came. Open
 * addressing in typed arrays that grow: a row costs its words, up to a quarter more, and 5.3 to 10.7 bytes of slots.
 */
export class WordTable {
	readonly width: number;
	/** The rows, one after the other; replaced when it grows. */
	words: Int32Array;
	/** How many rows there are. */
	count = 0;
	/** 0, or 1 + a row's number, and above it some bits of its hash: most rows that differ are told apart by them. */
	#slots: Int32Array;
	#room: number;
	/** Of no meaning, but written: else what only fetches slots early would be left out by a compiler. */
	touched = 0;

	/** @param capacity a power of two: rows that it has room for at first */
	constructor(width: number, capacity = 1024) {
		this.width = width;
		this.words = new Int32Array(capacity * width);
		this.#slots = new Int32Array(2 * capacity);
		this.#room = Math.floor(this.#slots.length * FULLEST);
	}

	/** The number of a row, which is `count - 1` from now on if the row is new. */
	add(row: Int32Array): number {
		this.#makeRoom(1);
		return this.#addAt(row, 0, hash(row, 0, this.width));
	}

	/**
	 * Adds rows in their order, as `add` does each; faster, since it does not wait for the slot of each in turn.
	 * @param rows rows, one after the other
	 * @param chosen those that are to be added, the first `count` of them
	 * @param numbers where to write the number of each of these
	 */
	addAll(rows: Int32Array, chosen: Int32Array, count: number, numbers: Int32Array): void {
		this.#makeRoom(count);
		const { width } = this;
		const slots = this.#slots;
		const mask = slots.length - 1;
		let touched = 0;
		for (let index = 0; index < count; index++) {
			const code = hash(rows, (chosen[index] as number) * width, width);
			numbers[index] = code;
			touched ^= slots[code & mask] as number;
		}
		this.touched = touched;
		for (let index = 0; index < count; index++) {
			numbers[index] = this.#addAt(rows, (chosen[index] as number) * width, numbers[index] as number);
		}
	}

	/** Forgets all rows and keeps the room. */
	clear(): void {
		this.count = 0;
		this.#slots.fill(0);
	}

	/** What the table takes, in bytes. */
	get bytes(): number {
		return this.words.byteLength + this.#slots.byteLength;
	}

	/** There must be room. */
	#addAt(rows: Int32Array, start: number, code: number): number {
		const { width, words } = this;
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = code & mask;
		for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
			if (((entry ^ (code << TAG_IN_CODE)) & TAG) === 0) {
				const known = ((entry & NUMBER) - 1) * width;
				let at = 0;
				while (at < width && words[known + at] === rows[start + at]) at++;
				if (at === width) return (entry & NUMBER) - 1;
			}
			slot = (slot + 1) & mask;
		}
		const number = this.count++;
		for (let at = 0; at < width; at++) words[number * width + at] = rows[start + at] as number;
		slots[slot] = (number + 1) | ((code << TAG_IN_CODE) & TAG);
		return number;
	}

	#makeRoom(rows: number): void {
		while (this.count + rows > this.#room) this.#rehash();
		while ((this.count + rows) * this.width > this.words.length) this.words = grown(this.words);
	}

	#rehash(): void {
		const slots = new Int32Array(2 * this.#slots.length);
		const mask = slots.length - 1;
		for (let number = 0; number < this.count; number++) {
			const code = hash(this.words, number * this.width, this.width);
			let slot = code & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = (number + 1) | ((code << TAG_IN_CODE) & TAG);
		}
		this.#slots = slots;
		this.#room = Math.floor(slots.length * FULLEST);
	}
}

function hash(words: Int32Array, from: number, width: number): number {
	let value = 0;
	for (let at = from; at < from + width; at++) value = mixed(value ^ (words[at] as number));
	return value;
}

/** The same numbers in an array longer by a tenth. */
export function grown(array: Int32Array): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(Math.ceil(array.length * 1.1) + 1024);
	larger.set(array);
	return larger;
}
