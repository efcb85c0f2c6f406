/** One line of the kernel's function tracer. */
export interface TraceEvent {
	/** The thread, as the kernel names it: 'flt-4'. */
	readonly thread: string;
	/** By the clock of the trace; a whole number. */
	readonly time_us: number;
	/** As in 'mmap_lock_released'. */
	readonly name: string;
	/** What stands behind the name's colon. */
	readonly fields: string;
}

/** COMM-TID [CPU] FLAGS SECONDS.MICROS: EVENT: FIELDS */
const LINE = /^\s*(.+)-\d+\s+\[\d+\]\s+\S+\s+(\d+)\.(\d{6}): (\w+): (.*)$/;

/**
 * Reads the text of /sys/kernel/tracing/trace; its comments and empty lines are left out.
 *
 * @throws {Error} at the first line that is not an event, a note of lost events included.
 */
export function parseFtrace(text: string): TraceEvent[] {
	return text.split('\n').flatMap((line, index) => {
		if (line.startsWith('#') || line.trim() === '') return [];
		const [, thread = '', seconds, micros, name = '', fields = ''] = LINE.exec(line) ?? notAnEvent(line, index + 1);
		return [{ thread, time_us: Number(seconds) * 1_000_000 + Number(micros), name, fields }];
	});
}

function notAnEvent(line: string, number: number): never {
	throw new Error(
		`Line ${number}: expected 'COMM-TID [CPU] FLAGS SECONDS.MICROS: EVENT: FIELDS', found '${line}'. Record it again if events were lost.`,
	);
}
