/** What one input may take of the processor: longer, and a page would seem to hang. */
export const TIME_MAX_MS = 1000;

/** What a process may hold in memory at its highest, Node itself and all that it keeps of earlier inputs included. */
export const MEMORY_MAX_MB = 256;

/** Without a word for so long, a process hangs. */
export const SILENCE_MAX_MS = 60_000;

/** Inputs that one process reads, one after the other. */
export const INPUTS_OF_PROCESS = 20_000;
