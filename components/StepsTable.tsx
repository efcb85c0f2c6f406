import type { Scene } from '../src/site/passage/scene.ts';
import { moment } from '../src/site/format.ts';

/** The run as text: every step of the stretch. */
export default function StepsTable({ scene }: { scene: Scene }) {
	return (
		<details class="steps">
			<summary>All {scene.steps.length} steps as a table</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
			<div class="steps-scroll" tabIndex={0} role="region" aria-label="All steps">
				<table>
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
						{scene.steps.map(([time_ns, thread, words], index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its number.
							<tr key={index}>
								<td class="number">{moment(time_ns)}</td>
								<td>{scene.threads[thread]}</td>
								<td>{scene.words[words]}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
