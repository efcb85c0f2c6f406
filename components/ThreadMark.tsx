interface Props {
	/** The thread's name, as in 'locker 2'. */
	name: string;
}

/** What threads do, one for each of the colours in src/styles/tokens.css. */
const actors = ['victim', 'bystander', 'writer', 'locker', 'faulter', 'neighbour'];

/** The class that gives something a thread's colour: the same in every figure, and the next one for 'locker 2'. */
export function threadClass(name: string): string {
	const [actor = '', number = '1'] = name.split(' ');
	return `thread-${((actors.indexOf(actor) + Number(number) - 1) % actors.length) + 1}`;
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
