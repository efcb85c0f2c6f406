import { withFullStop } from '../../src/site/x/full-stop.ts';
import type { Found, Held } from '../../src/site/x/opened.ts';
import OpenedFigure from './OpenedFigure.tsx';

/** How far a link is: being read, asked of the engine, or at one of three ends. */
export interface OpenedState {
	readonly stage: 'read' | 'asked' | 'stopped' | 'refused' | 'found';
	/** Null until it could be read. */
	readonly held: Held | null;
	readonly progress: string;
	readonly found?: Found;
	/** Why it was refused. */
	readonly message?: string;
}

interface Props {
	state: OpenedState;
	stop: () => void;
	toLaboratory: () => void;
	saveData: () => void;
	saveDrawing: () => void;
}

/** What became of the link by which the reader came. Whatever the link says is shown as text, and is nothing else. */
export default function Opened({ state, stop, toLaboratory, saveData, saveDrawing }: Props) {
	const { stage, held, progress, found, message } = state;
	const isBusy = stage === 'read' || stage === 'asked';
	return (
		<>
			<h2 class="opened-title">The link that you opened</h2>
			{held && <HeldWords held={held} />}
			{isBusy && (
				<p class="opened-progress">
					<progress aria-label="The engine is asked" /> {progress === '' ? 'The engine is asked' : progress}.{' '}
					<button class="button" type="button" onClick={stop}>
						Stop
					</button>
				</p>
			)}
			{stage === 'stopped' && <p>You stopped it; reload the page to have it asked again.</p>}
			{stage === 'refused' && (
				<p class="problem">
					{held === null ? 'This link cannot be opened' : 'There is no answer'}: {withFullStop(message ?? '')}
				</p>
			)}
			{found && (
				<p class="opened-comparison" data-kind={found.comparison.kind}>
					<strong>{outcomes[found.comparison.kind]}</strong> {found.comparison.words}
				</p>
			)}
			<p class="opened-ways">
				{found && (
					<>
						<button class="button" type="button" data-copies="opened-citation">
							Copy the citation
						</button>
						<button class="button" type="button" onClick={saveData}>
							Data as JSON
						</button>
						{hasDrawing(found) && (
							<button class="button" type="button" onClick={saveDrawing}>
								Figure as SVG
							</button>
						)}
					</>
				)}
				{held && (
					<button class="button" type="button" onClick={toLaboratory}>
						Open in the laboratory
					</button>
				)}
				<a href="#as-it-is">Go on to the experiment as it is</a>
			</p>
			{found && (
				<>
					<OpenedFigure figure={found.figure} />
					<p>
						The answer: <code>{found.answer}</code>. To cite it:
					</p>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
					<pre class="code" id="opened-citation" tabIndex={0}>
						{found.citation}
					</pre>
				</>
			)}
		</>
	);
}

function hasDrawing({ figure }: Found): boolean {
	return figure.kind === 'run' || figure.told.stem.length + figure.told.loop.length > 0;
}

const outcomes: Readonly<Record<Found['comparison']['kind'], string>> = {
	same: 'The same.',
	'other model': 'The same answer, by another model.',
	different: 'Not the same.',
	'nothing promised': 'Nothing was promised.',
};

function HeldWords({ held: { asks, changes, patch, command } }: { held: Held }) {
	return (
		<>
			<p>
				It asks {asks}, of this experiment{' '}
				{changes.length === 0 ? (patch === '' ? 'as it is' : 'with a change to the C') : `with ${changes.join(', ')}`}.
				The same in a clone:{' '}
				<code class="opened-command">
					{command.split(/ (?=--)/).map((part) => (
						<span key={part}>
							<span class="option">{part}</span>{' '}
						</span>
					))}
				</code>
			</p>
			{patch !== '' && (
				<>
					<p>Its change to the C:</p>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
					<pre class="code" tabIndex={0}>
						{patch}
					</pre>
				</>
			)}
		</>
	);
}
