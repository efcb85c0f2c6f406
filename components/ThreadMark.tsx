interface Props {
	/** The thread's name, as in 'locker 2'. */
	name: string;
}

/** The colours in src/styles/tokens.css. */
const COLOURS = 6;

/** The first colour of each actor. Who shares one has no part in the other's experiments. */
const colourOf: Readonly<Record<string, number>> = {
	victim: 1,
	bystander: 2,
	nowait: 2,
	writer: 3,
	locker: 4,
	faulter: 5,
	gup: 5,
	neighbour: 6,
	monitor: 6,
};

/** The class that gives something a thread's colour: the same in every figure, and the next one for 'locker 2'. */
export function threadClass(name: string): string {
	const [actor = '', number = '1'] = name.split(' ');
	return `thread-${(((colourOf[actor] ?? COLOURS) + Number(number) - 2) % COLOURS) + 1}`;
}

/** A thread's mark in a few letters: 'V' for the victim, 'L2' for locker 2. */
export function threadLetters(name: string): string {
	return `${name.charAt(0).toUpperCase()}${/\d+$/.exec(name)?.[0] ?? ''}`;
}

/** One thread's mark, the same in lanes, listing and words. */
export default function ThreadMark({ name }: Props) {
	return (
		<span class={`thread-mark ${threadClass(name)}`} title={name}>
			{threadLetters(name)}
		</span>
	);
}
