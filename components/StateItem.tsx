import type { ThreadState } from '../src/site/thread-states.ts';

/** What a thread does, as it is drawn and in words: a line of a legend. */
export default function StateItem({ state: { name, words, fill, line } }: { state: ThreadState }) {
	return (
		<li>
			<svg viewBox="0 0 28 14" aria-hidden="true" focusable="false">
				{line ? (
					<path class={`state state-${name}`} d="M1 7H27" />
				) : (
					<rect class={`state state-${name}`} fill={fill} x="1" y="1" width="26" height="12" />
				)}
			</svg>
			{words}
		</li>
	);
}
