import { modelPlace } from '../src/site/model-place.ts';
import type { Told } from '../src/site/verdict/told.ts';
import ThreadMark from './ThreadMark.tsx';

/** A run that never ends, step by step: the stem once, then the loop, which bends back to its start. */
export default function LassoSteps({ told: { threads, starved, stem, loop, ending } }: { told: Told }) {
	const parts = [
		{ name: 'Once', kind: 'stem', steps: stem, first: 1 },
		{ name: 'For ever', kind: 'loop', steps: loop, first: stem.length + 1 },
	].filter(({ steps }) => steps.length > 0);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
		<div class="table-scroll" tabIndex={0}>
			<table class="verdict-steps" aria-label="Step by step">
				{parts.map(({ name, kind, steps, first }) => (
					<tbody key={kind} class={kind}>
						<tr>
							<th scope="rowgroup" colSpan={2}>
								{name}
							</th>
						</tr>
						{steps.map(([thread, words, file, line], index) => (
							<tr key={index} class={thread === starved ? 'starved' : undefined}>
								<td class="number">{first + index}</td>
								<td>
									<div class="step-and-place">
										<span>
											<span aria-hidden="true">
												<ThreadMark name={threads[thread] ?? ''} />
											</span>{' '}
											{threads[thread]} {words}
										</span>{' '}
										<a class="place" href={modelPlace(file)} title={file}>
											{file.split('/').at(-1)}:{line}
										</a>
									</div>
								</td>
							</tr>
						))}
					</tbody>
				))}
			</table>
			{ending !== null && (
				<p class="verdict-ending">
					{loop.length > 0 ? `From here step ${stem.length + 1} again, ${ending}.` : `${sentenceCase(ending)}.`}
				</p>
			)}
		</div>
	);
}

function sentenceCase(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
