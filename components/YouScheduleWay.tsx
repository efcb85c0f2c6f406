import type { WayRow } from '../src/site/schedule/schedule-data.ts';
import ThreadMark from './ThreadMark.tsx';

interface Props {
	stem: readonly WayRow[];
	loop: readonly WayRow[];
}

/** A run that never ends, step by step: the stem once, then the loop, which bends back to its start. */
export default function YouScheduleWay({ stem, loop }: Props) {
	const parts = [
		{ name: 'Once', kind: 'stem', rows: stem, first: 1 },
		{ name: 'For ever', kind: 'loop', rows: loop, first: stem.length + 1 },
	].filter(({ rows }) => rows.length > 0);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
		<div class="table-scroll" tabIndex={0}>
			<table class="verdict-steps" aria-label="Stem and loop">
				{parts.map(({ name, kind, rows, first }) => (
					<tbody key={kind} class={kind}>
						<tr>
							<th scope="rowgroup" colSpan={3}>
								{name}
							</th>
						</tr>
						{rows.map(([thread, words, place], index) => (
							<tr key={first + index}>
								<td class="number">{first + index}</td>
								<td>
									<span aria-hidden="true">
										<ThreadMark name={thread} />
									</span>{' '}
									{thread} {words}
								</td>
								<td class="place">{place}</td>
							</tr>
						))}
					</tbody>
				))}
			</table>
		</div>
	);
}
