import { useEffect, useState } from 'preact/hooks';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import LabNumbers from './LabNumbers.tsx';
import LabRuns from './LabRuns.tsx';
import LabSpread from './LabSpread.tsx';
import LabVerdicts from './LabVerdicts.tsx';

/** What the recipes come to: lanes, numbers, verdicts. What was found last stays until there is something newer. */
export default function LabResults({ lab }: { lab: Laboratory }) {
	const shown = lab.shown.value;
	const after = useAfterPaint(shown);
	return (
		<section aria-labelledby="lab-results">
			<h2 id="lab-results">What comes of it</h2>
			<Running lab={lab} />
			{shown !== null && (
				<>
					<LabRuns lab={lab} shown={shown} />
					<LabSpread shown={after ?? shown} />
					<LabNumbers shown={after ?? shown} />
					<LabVerdicts lab={lab} shown={shown} />
				</>
			)}
		</section>
	);
}

/** How far the run is. By itself, so that progress draws nothing else anew. */
function Running({ lab: { running, problem, readings, run, stop } }: { lab: Laboratory }) {
	const isWrong = [readings.a.value, readings.b.value].some((reading) => reading?.problems != null);
	const busy = running.value;
	return (
		<>
			<div class="lab-go">
				<button class="button" type="button" onClick={busy === null ? () => void run() : stop}>
					{busy === null ? 'Run again' : 'Stop the run'}
				</button>
				<p class="lab-progress" role="status">
					{busy === null && isWrong && 'Not run: see what is marked above. What is shown is the last that ran.'}
					{busy !== null && (
						<>
							<progress aria-label="Run" max={busy.of} value={busy.done} /> {busy.done} of {busy.of} seeds
						</>
					)}
				</p>
			</div>
			<p class="problem" role="status">
				{problem.value !== null && `It could not be run: ${problem.value}`}
				{problem.value?.startsWith('patch:') &&
					'. Your change to the C is for other rules: turn them back, or reset the C.'}
			</p>
		</>
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
