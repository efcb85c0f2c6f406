import { useState } from 'preact/hooks';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';

/** The longest stretch that is drawn, in us: beyond it lanes are a blur. */
const LONGEST_US = 3000;
const LAST_US = 60_000_000;

/** Which stretch of the runs is drawn. */
export default function LabStretch({ lab: { stretch } }: { lab: Laboratory }) {
	const { from_ns, to_ns } = stretch.value;
	const [texts, setTexts] = useState({ from: String(from_ns / 1000), length: String((to_ns - from_ns) / 1000) });
	const problem = problemOf(texts);
	const type = (next: typeof texts) => {
		setTexts(next);
		if (problemOf(next) !== null) return;
		const start_ns = Math.round(Number(next.from) * 1000);
		stretch.value = { from_ns: start_ns, to_ns: start_ns + Math.round(Number(next.length) * 1000) };
	};
	return (
		<div class="lab-stretch">
			<label>
				Drawn from
				<input
					type="number"
					min="0"
					max={LAST_US}
					value={texts.from}
					onInput={({ currentTarget }) => type({ ...texts, from: currentTarget.value })}
				/>
				us
			</label>
			<label>
				for
				<input
					type="number"
					min="1"
					max={LONGEST_US}
					value={texts.length}
					onInput={({ currentTarget }) => type({ ...texts, length: currentTarget.value })}
				/>
				us
			</label>
			<p class="problem" role="status">
				{problem}
			</p>
		</div>
	);
}

function problemOf({ from, length }: { from: string; length: string }): string | null {
	const isIn = (text: string, min: number, max: number) =>
		text.trim() !== '' && Number(text) >= min && Number(text) <= max;
	if (!isIn(from, 0, LAST_US)) return `found '${from}', expected the stretch to begin between 0 and ${LAST_US} us`;
	if (!isIn(length, 1, LONGEST_US)) return `found '${length}', expected a length from 1 to ${LONGEST_US} us`;
	return null;
}
