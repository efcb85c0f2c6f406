import type { CitedEngine } from '../../experiment/citation/findings.ts';
import { resultOf } from '../passage/results.ts';
import { checkOf } from '../verdict/checks.ts';

/** The answers that this build has found; each question is asked once, whichever page asks it. */
export const siteEngine: CitedEngine = { check: (recipe, { fairness }) => checkOf(recipe, fairness), run: resultOf };
