import type { Signature } from '../c/environment.ts';

/**
 * What an operation does to a thread's course.
 * - `step`: touches what threads share; alone it is one step, in a section it is part of one.
 * - `sleep`: passes once the thread stands in no queue; touches nothing.
 * - `spend`: time goes by, in a timed run only.
 * - `mark`: is noted: counted in a timed run, looked for by a search.
 * - `ask`: whether the caller holds that object; leaves no operation behind, for nobody else can change it.
 * - `section`: opens or closes a section under a wait queue's own lock; leaves no operation behind.
 * - `same`: another name for its parameter's object; leaves no operation behind.
 */
export type OperationKind = 'step' | 'sleep' | 'spend' | 'mark' | 'ask' | 'section' | 'same';

export interface Primitive extends Signature {
	readonly kind: OperationKind;
	/** How many values it may return: 0 .. results - 1. */
	readonly results: number;
	/** A queued caller sleeps inside: result 1 of the operation means "queued" and is not seen by the C. */
	readonly blocks?: boolean;
	/** Only inside a section under that queue's own lock. */
	readonly underLock?: boolean;
	/** The result with which the caller has come to hold its object. */
	readonly takes?: number;
	/** The caller no longer holds its object. */
	readonly gives?: boolean;
	/** Leaves no operation behind where its parameter is 0. */
	readonly unlessZero?: boolean;
	/** It answers 0, and leaves no operation behind, where no thread of the run can call one of these. */
	readonly changedBy?: readonly string[];
	/** For `same`: what it names is not its parameter's object itself but the n-th of another kind, numbered -1 - n. */
	readonly ofAnotherKind?: boolean;
	/** The bits of `page->flags` it may be called for. */
	readonly bits?: readonly number[];
}

/** Everything that model C may call, by name; an operation's number is its place in this list. */
export type Primitives = Readonly<Record<string, Primitive>>;
