import { sitePath } from '../src/site/path.ts';
import type { Told } from '../src/site/verdict/told.ts';
import Lasso from './Lasso.tsx';
import LassoSteps from './LassoSteps.tsx';

interface Props {
	told: Told;
	experiment: string;
	/** To this verdict, relative to the site's base; null for one that there is no citing. */
	link: string | null;
	/** Whether the reader asked for it, not the page. */
	isOwn: boolean;
}

/** A verdict in one word and one sentence; how it comes about is folded away. */
export default function VerdictTold({ told, experiment, link, isOwn }: Props) {
	const { verdict, sentence, explored, stem, loop, fairness, about, digest, options } = told;
	return (
		<>
			<p class="verdict-sentence">
				<strong class="verdict-word">{verdict}</strong> {sentence}.
			</p>
			<p class="verdict-explored">{explored}</p>
			{stem.length + loop.length > 0 && (
				<details>
					<summary>{howWords(told)}</summary>
					<Lasso told={told} />
					<LassoSteps told={told} />
					{fairness !== '' && <p class="verdict-fairness">{fairness}</p>}
				</details>
			)}
			<figcaption>
				{isOwn && 'Your own search: '}
				{isOwn ? 'experiment' : 'Experiment'} <em>{experiment}</em>, {about}.
				{digest !== null && (
					<>
						{' '}
						Digest <code>{digest}</code>.
					</>
				)}{' '}
				<code class="run-command">
					bin/polite check {experiment}
					{options.map((option) => (
						<span key={option}>
							{' '}
							<span class="option">{option}</span>
						</span>
					))}
				</code>
				{link !== null && (
					<>
						{' '}
						<a href={sitePath(`/${link}`)}>Cite</a>, <a href={sitePath(`/lab/#${link}`)}>open in the laboratory</a>
					</>
				)}
			</figcaption>
		</>
	);
}

function howWords({ stem, loop }: Told): string {
	const steps = `${stem.length} ${stem.length === 1 ? 'step' : 'steps'}`;
	if (loop.length === 0) return `How: ${steps} lead there`;
	if (stem.length === 0) return `How: ${loop.length} steps that can be repeated for ever`;
	return `How: ${steps} to get there, then ${loop.length} that can be repeated for ever`;
}
