import { useEffect, useState } from 'preact/hooks';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import LabNumbers from './LabNumbers.tsx';
import LabRuns from './LabRuns.tsx';
import LabSpread from './LabSpread.tsx';
import LabVerdicts from './LabVerdicts.tsx';

/** What the recipes come to: lanes, numbers, verdicts. What was found last stays until there is something newer. */
export default function LabResults({ lab }: { lab: Laboratory }) {
	const { shown, running, problem, readings } = lab;
	const isWrong = [readings.a.value, readings.b.value].some((reading) => reading?.problems != null);
	const busy = running.value;
	const after = useAfterPaint(shown.value);
	return (
		<section aria-labelledby="lab-results">
			<h2 id="lab-results">What comes of it</h2>
			<div class="lab-go">
				<button class="button" type="button" onClick={busy === null ? () => void lab.run() : lab.stop}>
					{busy === null ? 'Run again' : 'Stop the run'}
				</button>
				<p class="lab-progress" role="status">
					{busy === null ? (
						isWrong ? (
							'Not run: see what is marked above. What is shown is the last that ran.'
						) : (
							''
						)
					) : (
						<>
							<progress aria-label="Run" max={busy.of} value={busy.done} /> {busy.done} of {busy.of} seeds
						</>
					)}
				</p>
			</div>
			<p class="problem" role="status">
				{problem.value !== null && `It could not be run: ${problem.value}`}
			</p>
			{shown.value !== null && (
				<>
					<LabRuns lab={lab} shown={shown.value} />
					<LabSpread shown={after ?? shown.value} />
					<LabNumbers shown={after ?? shown.value} />
					<LabVerdicts lab={lab} shown={shown.value} />
				</>
			)}
		</section>
	);
}

/** A value one paint later: what is drawn first need not wait for all else. */
function useAfterPaint<Value>(value: Value): Value {
	const [painted, setPainted] = useState(value);
	useEffect(() => {
		const timeout = setTimeout(() => setPainted(value));
		return () => clearTimeout(timeout);
	}, [value]);
	return painted;
}
