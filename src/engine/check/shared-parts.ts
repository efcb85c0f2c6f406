import { WordTable } from './word-table.ts';

/** Cells that share a word: each is a small number, of a thread, a queue or a kind. */
const CELLS_IN_WORD = 4;
const CELL_BITS = 8;
const CELL_MASK = 2 ** CELL_BITS - 1;

/** What threads share, each different one once, by its number: the cells of a state from some cell on. */
export class SharedParts {
	readonly #from: number;
	readonly #end: number;
	readonly #rows: WordTable;
	readonly #row: Int32Array;

	/** @param from the first cell that is shared; all from there on are, up to `end` */
	constructor(from: number, end: number) {
		this.#from = from;
		this.#end = end;
		this.#row = new Int32Array(Math.ceil((end - from) / CELLS_IN_WORD));
		this.#rows = new WordTable(this.#row.length, 64);
	}

	get count(): number {
		return this.#rows.count;
	}

	/** What they take, in bytes. */
	get bytes(): number {
		return this.#rows.bytes;
	}

	/** The number of the cells' shared part. Throws Error if a cell does not fit: then it would be another's. */
	numberOf(cells: Int32Array): number {
		const row = this.#row;
		let all = 0;
		for (let word = 0, cell = this.#from; word < row.length; word++) {
			let packed = 0;
			const end = Math.min(cell + CELLS_IN_WORD, this.#end);
			for (let bit = 0; cell < end; cell++, bit += CELL_BITS) {
				const value = cells[cell] as number;
				all |= value;
				packed |= value << bit;
			}
			row[word] = packed;
		}
		if ((all & ~CELL_MASK) !== 0)
			throw new Error(`a cell of a state is not one of 0 to ${CELL_MASK}; keep what threads share within that`);
		return this.#rows.add(row);
	}

	/** Writes the shared part of that number into the cells. */
	copy(number: number, cells: Int32Array): void {
		const { words, width } = this.#rows;
		let cell = this.#from;
		for (let word = number * width; cell < this.#end; word++) {
			const end = Math.min(cell + CELLS_IN_WORD, this.#end);
			for (let rest = words[word] as number; cell < end; cell++, rest >>>= CELL_BITS) cells[cell] = rest & CELL_MASK;
		}
	}
}
