import type { ScheduleView } from '../src/site/schedule/view.ts';

/** What the reader chose so far, as a table. */
export default function YouScheduleSteps({ view: { steps, threads } }: { view: ScheduleView }) {
	return (
		<details class="steps">
			<summary>Your steps as a table: {steps.length}</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
			<div class="steps-scroll" tabIndex={0}>
				<table aria-label="Your steps">
					<thead>
						<tr>
							<th scope="col" class="number">
								Step
							</th>
							<th scope="col">Thread</th>
							<th scope="col">What it does</th>
							<th scope="col" class="number">
								Refused
							</th>
						</tr>
					</thead>
					<tbody>
						{steps.map(({ thread, words, round }, index) => (
							<tr key={index}>
								<td class="number">{index + 1}</td>
								<td>{threads[thread]?.name}</td>
								<td>{words}</td>
								<td class="number">{round}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
