import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { leaveSeed, type Passage, takeSeed } from '../src/site/passage/passage.ts';
import type { ByPolicy } from '../src/site/policies.ts';

interface Props {
	here: Passage;
	/** The seed that the page was made with. */
	seed: number;
	/** Of the runs with that seed, as the command line prints them. */
	digests: ByPolicy<string>;
}

/** Which run is shown and how to run it again; with scripts, another seed. */
export default function RunLine({ here, seed, digests }: Props) {
	const policy = here.policy.value;
	const other = here.otherSeed.value?.seed;
	const digest = here.otherSeed.value?.results[policy].digest ?? digests[policy];
	const shown = other ?? seed;
	const busy = here.busy.value;
	const another = useRef<HTMLButtonElement>(null);
	const options = [`--policy ${policy}`, ...(other === undefined ? [] : [`--seed ${other}`])];
	return (
		<div class="run-line">
			<p>
				Experiment <em>{here.experiment}</em>, policy {policy}, seed {shown}, digest <code>{digest}</code>
				{other !== undefined && '; the figures in this passage are of this seed too'}.{' '}
				<code class="run-command">
					bin/polite run {here.experiment}
					{options.map((option) => (
						<span key={option}>
							{' '}
							<span class="option">{option}</span>
						</span>
					))}
				</code>
			</p>
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
