import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** On what was measured. Names no host and no folder. */
export interface Machine {
	readonly processor: string;
	readonly cores: number;
	/** To the nearest GiB. */
	readonly memory_gib: number;
	/** Processes that ran or wanted to, over the minute before the first measurement. */
	readonly load: number;
	readonly system: string;
}

/** The machine that this runs on, as it is now. */
export function machine(): Machine {
	const processors = cpus();
	return {
		processor: processors[0]?.model.trim() ?? 'unknown',
		cores: processors.length,
		memory_gib: Math.round(totalmem() / 2 ** 30),
		load: Number((loadavg()[0] ?? 0).toFixed(1)),
		system: [distribution(), `${type()} ${release().split('.', 2).join('.')}`].filter(Boolean).join(', '),
	};
}

/** As in 'Debian GNU/Linux 12 (bookworm)'; null where systems do not tell. */
function distribution(): string | null {
	if (!existsSync('/etc/os-release')) return null;
	return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? null;
}
