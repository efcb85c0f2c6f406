import { operation as operations } from '../../engine/kernel/primitives.ts';
import { FINISHED, SUCCESSORS, type Tables } from '../../engine/model/tables.ts';
import type { RunnableModel } from '../model.ts';
import type { PreparedCheck } from '../prepare-check.ts';
import { actionAt, mayQueueInside, taskState } from './action.ts';
import type { Note } from './claim.ts';
import type { Course } from './course.ts';
import { ExportError } from './export-error.ts';
import { functionAt, labelsOf } from './labels.ts';
import { stepsOfFirstWriter } from './semaphore-text.ts';
import { placeText, type Way } from './way.ts';

const downWrite = operations.down_write;

/** Most operations of a section, which is written as one step; the model's own have half as many. */
const SECTION_MAX = 100;

/** What is asked of the threads of a course. */
export interface Questions {
	/** The properties whose marks must not be passed, by name. */
	readonly forbidden: ReadonlySet<string>;
	readonly notes: readonly Note[];
}

/** Writes the process that runs a course. */
export function proctypeText(prepared: PreparedCheck, course: Course, questions: Questions): string {
	return new Writer(prepared, course, questions).text();
}

/** The variable whose assertion names the property: never true. */
export const forbiddenName = (property: string): string => property.replaceAll('-', '_');

class Writer {
	readonly #tables: Tables;
	readonly #model: RunnableModel;
	readonly #discipline: PreparedCheck['searched']['discipline'];
	readonly #course: Course;
	readonly #questions: Questions;
	readonly #labels: ReadonlyMap<number, string>;
	readonly #labelsTaken: Set<string>;
	/** By a sleep's node, the mms that it waits for in line to write. */
	readonly #writersAsleep: ReadonlyMap<number, ReadonlySet<number>>;
	/** Each file's lines. */
	readonly #lines: ReadonlyMap<string, readonly string[]>;
	/** The labels written inside the section at hand, to which its other ways may jump. */
	#inner = new Map<number, string>();

	constructor({ searched, model }: PreparedCheck, course: Course, questions: Questions) {
		this.#tables = searched.tables;
		this.#model = model;
		this.#discipline = searched.discipline;
		this.#course = course;
		this.#questions = questions;
		this.#writersAsleep = writersAsleep(searched.tables, course);
		this.#lines = new Map(model.files.map(({ path, text }) => [path, text.split('\n')]));
		const inside = course.rests.flatMap((node) => this.#nodesOfSection(node));
		this.#labels = labelsOf(this.#tables, model.program, [...new Set([...course.rests, ...inside])]);
		this.#labelsTaken = new Set(course.rests.map((node) => this.#labels.get(node) as string));
	}

	text(): string {
		const { name, threads, first, rests } = this.#course;
		const count = threads.length === 1 ? '' : ` [${threads.length}]`;
		const locals = this.#questions.notes.map((note) => `\tbyte ${note.variable} = ${note.value(first)};\n`);
		const states = rests.map((node) => this.#state(node));
		return `active${count} proctype ${name}()\n{\n${locals.join('')}${states.join('\n')}}\n`;
	}

	#state(node: number): string {
		const label = this.#labels.get(node) as string;
		if (this.#tables.operation[node] === FINISHED) return `${label}:\n\tfalse\n`;
		const options = [...this.#ownOptions(node), ...this.#optionsAsleep(node)];
		return `${label}:\t${this.#comment(node)}\n\tif\n${options.map((option) => `\t${option}\n`).join('')}\tfi;\n`;
	}

	/** What the thread does there, awake. */
	#ownOptions(node: number): string[] {
		const awake = this.#course.sleepsBefore.has(node) ? ['is_awake'] : [];
		const isSection = [0, 1].some((result) => this.#course.inSection(node, result) !== null);
		if (isSection) return [this.#section(node, awake)];
		const { condition, statements } = actionAt(this.#tables, node);
		const results = condition === null ? [0] : [1, 0];
		return results.map((result) => {
			const way = this.#course.way(node, result);
			const guard = condition === null ? awake : [...awake, result === 1 ? condition : `!${condition}`];
			const done = [...(statements[result] ?? []), ...this.#onTheWay(node, way)];
			return `:: ${step(guard, done)} ${this.#goto(way)}`;
		});
	}

	/** What a writer may do that sleeps for mmap_sem and is first in line. */
	#optionsAsleep(node: number): string[] {
		const sleeps = this.#course.sleepsBefore.get(node) ?? [];
		const mms = new Set(sleeps.flatMap((sleep) => [...(this.#writersAsleep.get(sleep) ?? [])]));
		return [...mms].flatMap((mm) =>
			stepsOfFirstWriter(this.#discipline, mm).map(
				([condition, statement]) => `:: ${step([condition], [statement])} goto ${this.#labels.get(node)}`,
			),
		);
	}

	/** A section under a queue's lock: one step. Where it may end in several places the jump out is part of it. */
	#section(node: number, awake: readonly string[]): string {
		const targets = new Set(this.#waysOutOf(node).map(({ target }) => target));
		const isOne = targets.size === 1;
		this.#inner = new Map();
		const body = this.#inside(node, node, !isOne, '\t   ');
		const guard = awake.length > 0 ? awake.join(' && ') : 'true';
		const [target] = targets;
		const out = isOne ? ` goto ${this.#labels.get(target as number)}` : '';
		return `:: ${isOne ? 'd_step' : 'atomic'} {\n\t   ${guard} ->\n${body}\n\t   }${out}`;
	}

	/** Statements from a node inside a section on; each path ends where the section does. */
	#inside(start: number, node: number, jumpsOut: boolean, indent: string): string {
		const { condition, statements } = actionAt(this.#tables, node);
		const known = this.#inner.get(node);
		if (known !== undefined) return `${indent}goto ${known}`;
		// A section's first node is entered from outside, too.
		const entries = this.#entriesInSection(start, node) + (node === start ? 1 : 0);
		const head = entries > 1 ? `${indent}${this.#newInnerLabel(node)}: ` : indent;
		const onward = (result: number, deeper: string) => {
			const next = this.#course.inSection(node, result);
			const done = statements[result] ?? [];
			if (next !== null) {
				const rest = this.#inside(start, next, jumpsOut, deeper);
				return done.length === 0 ? rest : `${deeper}${done.join('; ')};\n${rest}`;
			}
			const way = this.#course.way(node, result);
			const last = [...done, ...this.#onTheWay(start, way), ...(jumpsOut ? [this.#goto(way)] : [])];
			return `${deeper}${last.length === 0 ? 'skip' : last.join('; ')}`;
		};
		if (condition === null) return `${head.trimEnd() === '' ? '' : `${head}skip;\n`}${onward(0, indent)}`;
		const deeper = `${indent}   `;
		const line = node === start ? '' : `\t/* ${this.#line(node)} */`;
		return `${head}if${line}\n${indent}:: ${condition} ->\n${onward(1, deeper)}\n${indent}:: else ->\n${onward(0, deeper)}\n${indent}fi`;
	}

	#newInnerLabel(node: number): string {
		let label = this.#labels.get(node) as string;
		while (this.#labelsTaken.has(label)) label = `${label}_again`;
		this.#labelsTaken.add(label);
		this.#inner.set(node, label);
		return label;
	}

	/** What is asserted, noted and slept on between an operation and the next. */
	#onTheWay(from: number, way: Way): string[] {
		const { forbidden, notes } = this.#questions;
		const { sleep, target } = way;
		const queuesInside = mayQueueInside(this.#tables, from);
		const asleep = queuesInside ? (this.#tables.successor[from * SUCCESSORS + 1] as number) >> 1 : sleep;
		const number = asleep === null ? 0 : (this.#course.sleepsBefore.get(target) ?? []).indexOf(asleep);
		const atOnce = queuesInside ? [] : way.forbidden;
		const behind = queuesInside ? way.forbidden : way.forbiddenBehind;
		const asked = (names: readonly string[]) => names.filter((name) => forbidden.has(name)).map(forbiddenName);
		return [
			...asked(atOnce).map((name) => `assert(${name})`),
			...notes
				.filter((note) => note.value(from) !== note.value(target))
				.map((note) => `${note.variable} = ${note.value(target)}`),
			...(sleep === null ? [] : [`io_schedule_state(${taskState(this.#tables.argument[sleep] as number)})`]),
			...(number > 0 ? [`number_sleep(${number})`] : []),
			...asked(behind).map((name) => `behind_sleep(${name}, BEFORE_${name})`),
		];
	}

	#goto({ target, places }: Way): string {
		const byFile = new Map<string, Set<number>>();
		for (const { file, line } of places) byFile.set(file, (byFile.get(file) ?? new Set()).add(line));
		const passed = [...byFile].map(([file, lines]) => `${file.split('/').at(-1)} ${[...lines].join(' ')}`);
		return `goto ${this.#labels.get(target)}${passed.length === 0 ? '' : `\t/* ${passed.join(', ')} */`}`;
	}

	/** The line of C, and who called. */
	#comment(node: number): string {
		const chain = this.#tables.positions[node] ?? [];
		const callers = chain.slice(0, -1).map((each) => `${functionAt(this.#model.program, each)}:${each.line}`);
		const from = callers.length === 0 ? '' : `\n\t   called from ${callers.join(' > ')}`;
		return `/* ${this.#line(node)}${from} */`;
	}

	/** As in 'mm/filemap.c:63: if (!trylock_page(page))'. */
	#line(node: number): string {
		const place = this.#tables.positions[node]?.at(-1);
		const text = this.#lines.get(place?.file ?? '')?.[(place?.line ?? 0) - 1];
		return `${placeText(this.#tables, node)}: ${(text ?? '').replace(/\/\*.*$/, '').trim()}`;
	}

	#nodesOfSection(start: number): number[] {
		const nodes = new Set<number>();
		const work = [start];
		for (let node = work.pop(); node !== undefined; node = work.pop()) {
			for (let result = 0; result < SUCCESSORS; result++) {
				const next = this.#course.inSection(node, result);
				if (next === null || nodes.has(next)) continue;
				nodes.add(next);
				if (nodes.size > SECTION_MAX) {
					const where = placeText(this.#tables, start);
					throw new ExportError(`${where}: more than ${SECTION_MAX} operations under one spinlock; shorten it`);
				}
				work.push(next);
			}
		}
		return [...nodes];
	}

	#waysOutOf(start: number): Way[] {
		return [...new Set([start, ...this.#nodesOfSection(start)])].flatMap((node) => {
			const results = actionAt(this.#tables, node).condition === null ? [0] : [0, 1];
			return results
				.filter((result) => this.#course.inSection(node, result) === null)
				.map((result) => this.#course.way(node, result));
		});
	}

	/** How many ways inside a section lead to a node. */
	#entriesInSection(start: number, node: number): number {
		const nodes = new Set([start, ...this.#nodesOfSection(start)]);
		return [...nodes]
			.flatMap((each) => [0, 1].map((result) => this.#course.inSection(each, result)))
			.filter((next) => next === node).length;
	}
}

function writersAsleep({ operation, object, successor }: Tables, { rests }: Course): Map<number, Set<number>> {
	const mms = new Map<number, Set<number>>();
	for (const rest of rests.filter((each) => operation[each] === downWrite)) {
		const sleep = (successor[rest * SUCCESSORS + 1] as number) >> 1;
		mms.set(sleep, (mms.get(sleep) ?? new Set()).add(object[rest] as number));
	}
	return mms;
}

/** One transition: a condition, and what is done. */
function step(guard: readonly string[], done: readonly string[]): string {
	const condition = guard.join(' && ');
	if (done.length === 0) return `${condition === '' ? 'true' : condition} ->`;
	return `d_step { ${condition === '' ? '' : `${condition} -> `}${done.join('; ')} }`;
}
