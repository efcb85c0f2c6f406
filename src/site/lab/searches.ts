import { type Signal, signal } from '@preact/signals';
import type { Fairness } from '../../engine/check/model.ts';
import type { CheckResult } from '../../experiment/check.ts';
import type { Content } from '../../experiment/content.ts';
import { keys } from '../../experiment/keys.ts';
import type { Recipe } from '../../experiment/recipe.ts';
import type { SearchWish } from './search-once.ts';

/** Searches of the laboratory, one at a time, and what they found. */
export interface Searches {
	/** By `searchName`. */
	readonly found: Signal<ReadonlyMap<string, CheckResult>>;
	/** How far the one under way is, in words; null while there is none. */
	readonly progress: Signal<string | null>;
	/** Why the last one came to no end, or null. */
	readonly problem: Signal<string | null>;
	/** Searches one after the other what is not known yet; what was begun before is given up. */
	readonly search: (wishes: readonly SearchWish[]) => Promise<void>;
	readonly stop: () => void;
}

/** Where a search ends that nobody asked for: a fraction of a second. */
export const QUICK_STATES = 200_000;

/** More results than this are forgotten, the oldest first. */
const FOUND_MAX = 40;

/** Names a search by what it depends on: no times, no seeds. */
export function searchName(recipe: Recipe, fairness: Fairness): string {
	const told = keys.filter(({ group }) => group === 'rules' || group === 'threads').map(({ name }) => recipe[name]);
	return JSON.stringify([fairness, ...told]);
}

/** Makes the searches of a laboratory, in these texts. */
export function searchesIn(content: Promise<Content>): Searches {
	const found = signal<ReadonlyMap<string, CheckResult>>(new Map());
	const progress = signal<string | null>(null);
	const problem = signal<string | null>(null);
	let running: AbortController | null = null;
	let latest = 0;

	const keep = (name: string, result: CheckResult) => {
		const entries = [...found.value].filter(([other]) => other !== name).slice(-FOUND_MAX + 1);
		found.value = new Map([...entries, [name, result]]);
	};
	const isKnown = ({ recipe, fairness, statesMax }: SearchWish) => {
		const result = found.value.get(searchName(recipe, fairness));
		return result !== undefined && (result.complete || result.states >= statesMax);
	};
	const searchOne = async (wish: SearchWish, signal: AbortSignal): Promise<boolean> => {
		// What only a search needs is loaded with the first one.
		const [texts, { searchOnce }] = await Promise.all([content, import('./search-once.ts')]);
		// Meanwhile the search before this one may have come to its end, and may have been for the same.
		if (isKnown(wish)) return true;
		const onProgress = (words: string) => {
			progress.value = words;
		};
		const end = await searchOnce(wish, texts, { signal, onProgress });
		if (end.ended === 'stopped') return false;
		keep(searchName(wish.recipe, wish.fairness), end.result);
		return true;
	};

	return {
		found,
		progress,
		problem,
		stop: () => running?.abort(),
		search: async (wishes) => {
			const mine = ++latest;
			const controller = new AbortController();
			running = controller;
			problem.value = null;
			try {
				for (const wish of wishes) {
					if (isKnown(wish)) continue;
					progress.value = 'begins';
					if (!(await searchOne(wish, controller.signal)) || mine !== latest) break;
				}
			} catch (error) {
				const isSuperseded = mine !== latest || (error as { why?: string }).why === 'superseded';
				if (!isSuperseded) problem.value = (error as Error).message;
			} finally {
				if (mine === latest) progress.value = null;
			}
		},
	};
}
