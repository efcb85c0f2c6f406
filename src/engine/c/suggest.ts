import { LIMITS } from './limits.ts';

/**
 * Returns the candidate that was most likely meant by `name`, or null. A name counts as close
 * when few letters differ (a third of them at most), or when it is a part of the candidate, as
 * TRIED is of FAULT_FLAG_TRIED.
 */
export function suggest(name: string, candidates: Iterable<string>): string | null {
	if (name.length > LIMITS.suggestedNameCharacters) return null;
	let best: string | null = null;
	let bestScore = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const score = dissimilarity(name, candidate);
		if (score < bestScore) {
			best = candidate;
			bestScore = score;
		}
	}
	return best;
}

/** "did you mean X?", or the fallback when nothing is close. */
export function didYouMean(name: string, candidates: Iterable<string>, fallback: string): string {
	const close = suggest(name, candidates);
	return close === null ? fallback : `did you mean ${close}?`;
}

function dissimilarity(name: string, candidate: string): number {
	if (candidate.length > LIMITS.suggestedNameCharacters) return Number.POSITIVE_INFINITY;
	const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
	if (distance <= Math.floor(name.length / 3)) return distance;
	// Parts rank behind misspellings; among them the candidate with the least around the part wins.
	const isPart = name.length > 1 && candidate.toLowerCase().includes(name.toLowerCase());
	return isPart ? LIMITS.suggestedNameCharacters + candidate.length : Number.POSITIVE_INFINITY;
}

/** Letters to insert, remove, replace or swap with the next to get from one word to the other. */
function editDistance(from: string, to: string): number {
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
			const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			const swapped = isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : replaced;
			current.push(Math.min(replaced, swapped, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[to.length] ?? 0;
}
