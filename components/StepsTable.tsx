import { useEffect, useRef, useState } from 'preact/hooks';
import { moment } from '../src/site/format.ts';
import type { Scene } from '../src/site/passage/scene.ts';

/** The run as text: every step of the stretch. */
export default function StepsTable({ scene }: { scene: Scene }) {
	const place = useRef<HTMLDetailsElement>(null);
	// Hundreds of rows come with the page. Those of another run are drawn once they are unfolded, after all else.
	const [shown, setShown] = useState<Scene | null>(scene);
	const draw = () => setShown((before) => (place.current?.open || before === scene ? scene : null));
	useEffect(draw, [scene]);
	return (
		<details class="steps" ref={place} onToggle={draw}>
			<summary>All {scene.steps.length} steps as a table</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
			<div class="steps-scroll" tabIndex={0}>
				<table aria-label="All steps">
					<thead>
						<tr>
							<th scope="col" class="number">
								Time
							</th>
							<th scope="col">Thread</th>
							<th scope="col">What it does</th>
						</tr>
					</thead>
					<tbody>
						{shown?.steps.map(([time_ns, thread, words], index) => (
							<tr key={index}>
								<td class="number">{moment(time_ns)}</td>
								<td>{shown.threads[thread]}</td>
								<td>{shown.words[words]}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
