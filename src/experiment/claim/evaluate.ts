import type { Content } from '../content.ts';
import { type Engine, type Fact, factOfCheck, factOfRun, isOfRun } from './fact.ts';
import { type Condition, ConditionError, type Figure, parseCondition, type Side } from './parse-condition.ts';
import { scenarioOf } from './scenario.ts';

/** What became of a condition. */
export interface Outcome {
	readonly condition: Condition;
	readonly holds: boolean;
	/** What stands on the right, in words: 'VIOLATED', '< 3', '> 120 ± 4 ns'. */
	readonly expected: string;
	/** What the engine says of the left side, in words. */
	readonly found: string;
	/** The lines that show what was found, to be pasted: one a side. */
	readonly commands: readonly string[];
}

/**
 * Asks the engine for what a condition is about.
 *
 * '<' and '>' want more than an order of means: where figures have intervals over seeds, these must be apart.
 *
 * @throws ConditionError if it cannot be read, or asks for something that is not there
 */
export function evaluate(text: string, content: Content, engine: Engine): Outcome {
	const condition = parseCondition(text);
	try {
		const left = factOf(condition.left, content, engine);
		const right = factOfSide(condition.right, content, engine);
		const unit = unitOf(condition.left.path);
		return {
			condition,
			holds: holds(condition, left, right),
			expected: expectedText(condition, right, unit),
			found: factText(left) + (left.value === null ? '' : unit),
			commands: commandsOf(condition),
		};
	} catch (error) {
		throw new ConditionError(text, (error as Error).message);
	}
}

function factOfSide(side: Side, content: Content, engine: Engine): Fact {
	switch (side.kind) {
		case 'number':
			return { value: side.value, plusOrMinus: null };
		case 'word':
			return { value: side.word === 'none' ? null : side.word, plusOrMinus: null };
		case 'figure':
			return factOf(side, content, engine);
	}
}

function factOf({ scenario, path, factor }: Figure, content: Content, engine: Engine): Fact {
	const { recipe, fairness } = scenarioOf(scenario, content);
	const fact = isOfRun(path) ? factOfRun(engine.run(recipe), path) : factOfCheck(engine.check(recipe, fairness), path);
	if (factor === 1) return fact;
	if (typeof fact.value !== 'number') throw new Error(`${path} is ${factText(fact)}, which cannot be multiplied`);
	return { value: fact.value * factor, plusOrMinus: fact.plusOrMinus === null ? null : fact.plusOrMinus * factor };
}

/** Infinitely many retries are more than any number of them. */
function numberOf({ value }: Fact): number {
	if (typeof value === 'number') return value;
	if (value === 'infinite') return Number.POSITIVE_INFINITY;
	throw new Error(`found ${value ?? 'none'}, which is no number; compare it by 'is'`);
}

function holds({ relation, within }: Condition, left: Fact, right: Fact): boolean {
	if (relation === 'is') return left.value === right.value;
	const [one, other] = [numberOf(left), numberOf(right)];
	const margin = (left.plusOrMinus ?? 0) + (right.plusOrMinus ?? 0);
	switch (relation) {
		case '<':
			return one + margin < other;
		case '>':
			return one - margin > other;
		case '<=':
			return one <= other;
		case '>=':
			return one >= other;
		case '~':
			return Math.abs(one - other) <= within * Math.max(Math.abs(one), Math.abs(other));
	}
}

function expectedText({ relation, within }: Condition, right: Fact, unit: string): string {
	const text = factText(right) + (right.value === null ? '' : unit);
	if (relation === 'is') return text;
	return relation === '~' ? `${text} within ${within * 100} %` : `${relation} ${text}`;
}

function factText({ value, plusOrMinus }: Fact): string {
	if (typeof value !== 'number') return value ?? 'none';
	const margin = plusOrMinus ?? 0;
	return margin === 0 ? shortNumber(value) : `${shortNumber(value)} ± ${shortNumber(margin)}`;
}

/** Times are in ns; what has no unit is counted. */
function unitOf(path: string): string {
	return path.includes('_ns.') && !path.endsWith('.count') ? ' ns' : '';
}

/** Four digits tell two figures apart; whole numbers are exact. */
function shortNumber(value: number): string {
	return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

function commandsOf({ left, right }: Condition): string[] {
	const figures = right.kind === 'figure' ? [left, right] : [left];
	const lines = figures.map(({ scenario, path }) => `bin/polite ${isOfRun(path) ? 'run' : 'check'} ${scenario}`);
	return [...new Set(lines)];
}
