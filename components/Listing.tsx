import type { Signal } from '@preact/signals';
import { colourLine } from '../src/site/listing/colour-line.ts';
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
	return (
		<div class="listing">
			{parts.map(({ file, lines }) => (
				<section class="listing-part" key={`${file} ${lines[0]?.[2]}`}>
					<p class="listing-file">{file}</p>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
					<pre class="listing-code" tabIndex={0}>
						<code>{linesOf(lines).map(({ line, inComment }, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity.
							<Line key={index} line={line} inComment={inComment} standing={standing.get(`${file}:${line[1]}`)} scene={scene} />
						))}</code>
					</pre>
				</section>
			))}
		</div>
	);
}

interface LineProps {
	line: ListingLine;
	inComment: boolean;
	standing: readonly Standing[] | undefined;
	scene: Scene;
}

function Line({ line: [mark, number, text], inComment, standing = [], scene }: LineProps) {
	const inner = standing.find(({ innermost }) => innermost) ?? standing[0];
	const lit = inner === undefined ? '' : ` lit ${inner.innermost ? 'lit-here' : 'lit-within'} ${threadClass(inner.thread)}`;
	return (
		<span class={`listing-line listing-${markNames[mark]}${lit}`}>
			<span class="listing-marks">
				{standing.map(({ thread }) => (
					<ThreadMark key={thread} thread={thread} name={scene.threads[thread] ?? ''} />
				))}
			</span>
			<span class="listing-number">{number ?? ''}</span>
			<span class="listing-sign" aria-hidden="true">
				{mark}
			</span>
			{mark !== ' ' && <span class="visually-hidden">{markWords[mark]}</span>}
			{colourLine(text, inComment).stretches.map(({ kind, text: stretch }, index) =>
				kind === 'plain' ? (
					stretch
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other identity.
					<span key={index} class={`token-${kind}`}>
						{stretch}
					</span>
				),
			)}
			{'\n'}
		</span>
	);
}

/** The lines of a part, each with whether it begins within a comment. */
function linesOf(lines: readonly ListingLine[]): { line: ListingLine; inComment: boolean }[] {
	let inComment = false;
	return lines.map((line) => {
		const begins = inComment;
		inComment = colourLine(line[2], begins).inComment;
		return { line, inComment: begins };
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
