interface Props {
	/** The thread's name, as in 'locker 2'. */
	name: string;
	/** Its place in the run, from 0, which gives the colour. */
	thread: number;
}

/** How many colours threads have (src/styles/tokens.css). */
const COLOURS = 6;

/** The class that gives something a thread's colour. */
export function threadClass(thread: number): string {
	return `thread-${(thread % COLOURS) + 1}`;
}

/** A thread's mark in a few letters: 'V' for the victim, 'L2' for locker 2. */
export function threadLetters(name: string): string {
	return `${name.charAt(0).toUpperCase()}${/\d+$/.exec(name)?.[0] ?? ''}`;
}

/** One thread's mark, the same in lanes, listing and words. */
export default function ThreadMark({ name, thread }: Props) {
	return (
		<span class={`thread-mark ${threadClass(thread)}`} title={name}>
			{threadLetters(name)}
		</span>
	);
}
