/** Where a command writes: results to `out`, complaints to `err`. */
export interface Streams {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
}

/** The process's own streams. A reader that has seen enough (`| head`) ends the command quietly. */
export function processStreams(): Streams {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit();
	});
	return {
		out: (text) => process.stdout.write(text),
		err: (text) => process.stderr.write(text),
	};
}
