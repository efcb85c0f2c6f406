import { useId } from 'preact/hooks';

interface Props {
	/** What is counted, as in 'lockers'. */
	label: string;
	value: number;
	max: number;
	turn: (value: number) => void;
}

/** How many threads of a kind: a number that arrows turn, and a button on each side for those who point. */
export default function VerdictStepper({ label, value, max, turn }: Props) {
	const bounded = (wanted: number) => Math.max(0, Math.min(max, Math.trunc(wanted) || 0));
	const id = useId();
	return (
		<div class="verdict-choice">
			<label for={id}>{label}</label>
			<span class="verdict-stepper">
				<Turn sign="−" label={`Fewer ${label}`} isAtEnd={value === 0} press={() => turn(bounded(value - 1))} />
				<input
					id={id}
					type="number"
					min="0"
					max={max}
					value={value}
					onInput={(event) => turn(bounded(event.currentTarget.valueAsNumber))}
				/>
				<Turn sign="+" label={`More ${label}`} isAtEnd={value === max} press={() => turn(bounded(value + 1))} />
			</span>
		</div>
	);
}

/** For those who point: by keyboard the number itself is turned. */
function Turn({ sign, label, isAtEnd, press }: { sign: string; label: string; isAtEnd: boolean; press: () => void }) {
	return (
		<button class="button" type="button" tabIndex={-1} aria-label={label} disabled={isAtEnd} onClick={press}>
			{sign}
		</button>
	);
}
