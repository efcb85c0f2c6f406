/** What the shell is told; README.md beside this file says it too. */
export const DONE = 0;
/** Of `check`: something is violated, or nothing is but something is unknown. */
export const VIOLATED = 1;
export const UNKNOWN = 3;
/** What was typed cannot be done; stderr says why. */
export const BAD_INPUT = 2;
/** Of `verify`: the engine says otherwise; or another model or engine was asked than the one that was cited. */
export const REFUTED = 1;
export const CHANGED = 4;
/** A fault of ours. */
export const INTERNAL = 70;
