import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type Coloured, colourLine } from '../src/site/listing/colour-line.ts';
import type { ListingLine, ListingPart } from '../src/site/listing/listing.ts';
import type { Scene, SceneStep } from '../src/site/passage/scene.ts';
import ThreadMark, { threadClass } from './ThreadMark.tsx';

interface Props {
	parts: readonly ListingPart[];
	scene: Scene;
	/** The number of the step whose lines are lit. */
	step: Signal<number>;
	/** The threads whose lines are lit. */
	lanes: readonly number[];
}

/** A thread at a line: in the line itself, or in a function called from it. */
interface Standing {
	readonly thread: number;
	readonly innermost: boolean;
}

const markWords = { ' ': '', '+': 'added: ', '-': 'removed: ' } as const;
const markNames = { ' ': 'same', '+': 'added', '-': 'removed' } as const;

/** The model's C, with the line of each thread lit and the policy's diff as diff. */
export default function Listing({ parts, scene, step, lanes }: Props) {
	const standing = standingAt(scene, step.value, lanes);
	// A line at which nobody stands is made once: what is the same element as before is not compared anew.
	const coloured = useMemo(
		() =>
			parts.map(({ file, lines }) => ({
				file,
				lines: colour(lines).map((line, index) => ({ ...line, unlit: <Line key={index} {...line} /> })),
			})),
		[parts],
	);
	return (
		<div class="listing">
			{coloured.map(({ file, lines }, part) => (
				<section class="listing-part" key={part}>
					<p class="listing-file">{file}</p>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
					{/* biome-ignore lint/a11y/useSemanticElements: a name needs a role, and no element has this one for code. */}
					<pre class="listing-code" tabIndex={0} role="group" aria-label={file}>
						<code>
							{lines.map(({ line, stretches, unlit }, index) => {
								const here = standing.get(`${file}:${line[1]}`);
								if (here === undefined) return unlit;
								return <Line key={index} line={line} stretches={stretches} standing={here} threads={scene.threads} />;
							})}
						</code>
					</pre>
				</section>
			))}
		</div>
	);
}

interface LineProps {
	line: ListingLine;
	stretches: readonly Coloured[];
	standing?: readonly Standing[];
	/** The names of the threads. */
	threads?: readonly string[];
}

function Line({ line: [mark, number], stretches, standing = [], threads = [] }: LineProps) {
	const inner = standing.find(({ innermost }) => innermost) ?? standing[0];
	const nameOf = (thread: number) => threads[thread] ?? '';
	const lit =
		inner === undefined
			? ''
			: ` lit ${inner.innermost ? 'lit-here' : 'lit-within'} ${threadClass(nameOf(inner.thread))}`;
	return (
		<span class={`listing-line listing-${markNames[mark]}${lit}`}>
			<span class="listing-marks">
				{standing.map(({ thread }) => (
					<ThreadMark key={thread} name={nameOf(thread)} />
				))}
			</span>
			<span class="listing-number">{number ?? ''}</span>
			<span class="listing-sign" aria-hidden="true">
				{mark}
			</span>
			{mark !== ' ' && <span class="visually-hidden">{markWords[mark]}</span>}
			{stretches.map(({ kind, text }, index) =>
				kind === 'plain' ? (
					text
				) : (
					<span key={index} class={`token-${kind}`}>
						{text}
					</span>
				),
			)}
			{'\n'}
		</span>
	);
}

/** Colours the lines of a part; a comment may go over several. */
function colour(lines: readonly ListingLine[]): { line: ListingLine; stretches: Coloured[] }[] {
	let inComment = false;
	return lines.map((line) => {
		const coloured = colourLine(line[2], inComment);
		inComment = coloured.inComment;
		return { line, stretches: coloured.stretches };
	});
}

/** Who stands where after a step, by 'file:line'. */
function standingAt(scene: Scene, step: number, lanes: readonly number[]): Map<string, Standing[]> {
	const standing = new Map<string, Standing[]>();
	const chains = (scene.steps[step] as SceneStep | undefined)?.[4] ?? [];
	for (const thread of lanes) {
		const chain = scene.chains[chains[thread] as number] ?? [];
		for (const [depth, place] of chain.entries()) {
			const there = standing.get(place) ?? [];
			there.push({ thread, innermost: depth === chain.length - 1 });
			standing.set(place, there);
		}
	}
	return standing;
}
