import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import type { Turn } from '../src/experiment/turn.ts';
import { type ByChoice, chosen } from '../src/site/passage/by-choice.ts';
import { leaveSeed, type Passage, takeSeed } from '../src/site/passage/passage.ts';
import { turnWords } from '../src/site/passage/turn-words.ts';
import { sitePath } from '../src/site/path.ts';
import { figureLink } from '../src/site/x/figure-link.ts';

interface Props {
	here: Passage;
	turn: Turn;
	/** The seed that the page was made with. */
	seed: number;
	/** Whether another seed makes another run. */
	isRandom: boolean;
	/** Of the runs with that seed, as the command line prints them. */
	digests: ByChoice<string>;
	/** Digests of the models. */
	models: ByChoice<string>;
}

/** Which run is shown and how to run it again; with scripts, another seed. */
export default function RunLine({ here, turn, seed, isRandom, digests, models }: Props) {
	const choice = here.choice.value;
	const other = here.otherSeed.value?.seed;
	const digest = here.otherSeed.value?.results[choice]?.digest ?? chosen(digests, choice);
	const shown = other ?? seed;
	const busy = here.busy.value;
	const another = useRef<HTMLButtonElement>(null);
	const options = [`--${turn.key} ${choice}`, ...(other === undefined ? [] : [`--seed ${other}`])];
	const changes = { [turn.key]: choice, ...(other !== undefined && { seed: other }) };
	const link = figureLink({ experiment: here.experiment, changes, modelDigest: chosen(models, choice), digest });
	return (
		<div class="run-line">
			<p>
				Experiment <em>{here.experiment}</em>, {turnWords[turn.key]} {choice},{' '}
				{isRandom ? `seed ${shown}` : 'nothing random'}, digest <code>{digest}</code>
				{other !== undefined && '; the figures in this passage are of this seed too'}.{' '}
				<code class="run-command">
					bin/polite run {here.experiment}
					{options.map((option) => (
						<span key={option}>
							{' '}
							<span class="option">{option}</span>
						</span>
					))}
				</code>{' '}
				<a href={sitePath(`/${link}`)}>Cite</a>, <a href={sitePath(`/lab/#${link}`)}>open in the laboratory</a>
			</p>
			{isRandom && (
				<p class="run-buttons needs-scripts">
					<SaidButton
						label={busy === null ? 'Another seed' : `Running seed ${busy}`}
						press={() => takeSeed(here, shown + 1)}
						button={another}
					/>
					{other !== undefined && (
						<SaidButton
							label={`Back to seed ${seed}`}
							press={() => {
								leaveSeed(here);
								// This button goes, and must not take the focus with it.
								another.current?.focus();
							}}
						/>
					)}
				</p>
			)}
			<p class="problem" role="status">
				{here.problem.value}
			</p>
		</div>
	);
}

/** A button whose label the style writes: what cannot be pressed without scripts is then no part of the text. */
function SaidButton({ label, press, button }: { label: string; press: () => void; button?: Ref<HTMLButtonElement> }) {
	return <button ref={button ?? null} class="button said-button" type="button" aria-label={label} onClick={press} />;
}
