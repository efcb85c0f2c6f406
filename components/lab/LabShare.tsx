import { useSignal } from '@preact/signals';
import { copyText, download } from '../../src/site/lab/hand-over.ts';
import { BrokenOff } from '../../src/site/lab/job-in-worker.ts';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import { searchName } from '../../src/site/lab/searches.ts';
import { standAloneSvg } from '../../src/site/lab/stand-alone-svg.ts';

interface Props {
	lab: Laboratory;
	/** The site's base, to which links are relative. */
	base: string;
	/** The tag of this edition. */
	revision: string;
}

/** What can be handed on: a link, a citation, the data, the drawing. Of two recipes, B against A. */
export default function LabShare({ lab, base, revision }: Props) {
	const about = useSignal('run');
	const cited = useSignal<string | null>(null);
	const said = useSignal('');
	const ran = lab.shown.value?.b ?? lab.shown.value?.a ?? null;
	if (ran === null) return null;
	const found = lab.searches.found.value.get(searchName(ran.result.recipe, lab.fairness.value)) ?? null;

	const ask = async () => {
		const subject = lab.addressed();
		if (subject === null) throw new Error('the recipe is not in order; mend what is marked above');
		const isRun = about.value === 'run' || found === null;
		return lab.desk.ask('cite', {
			...subject,
			about: isRun
				? { kind: 'run', result: ran.result, base: (lab.shown.value?.b && lab.shown.value.a.result) ?? null }
				: { kind: 'check', result: found, property: about.value },
			site: new URL(base, location.href).href,
			revision,
		});
	};
	const act = async (what: () => Promise<string>) => {
		try {
			said.value = await what();
		} catch (error) {
			if (!(error instanceof BrokenOff)) said.value = `That did not work: ${(error as Error).message}.`;
		}
	};
	const copyLink = () =>
		act(async () => {
			const { link } = await ask();
			return (await copyText(link)) ? `The link is copied: ${link}` : `Copy it yourself: ${link}`;
		});
	const cite = () =>
		act(async () => {
			cited.value = (await ask()).text;
			return 'The citation stands below.';
		});
	const copyCitation = () =>
		act(async () =>
			(await copyText(cited.value ?? '')) ? 'The citation is copied.' : 'Select the citation and copy it yourself.',
		);
	const saveData = () => {
		const result = about.value === 'run' ? ran.result : found;
		download(
			`${ran.result.experiment ?? 'laboratory'}.json`,
			'application/json',
			`${JSON.stringify(result, null, '\t')}\n`,
		);
	};
	const saveDrawing = () => {
		const drawings = document.querySelectorAll<SVGSVGElement>('.lab-run .timeline');
		const drawing = drawings[drawings.length - 1];
		if (drawing !== undefined)
			download(`${ran.result.experiment ?? 'laboratory'}.svg`, 'image/svg+xml', standAloneSvg(drawing));
	};

	return (
		<section aria-labelledby="lab-share">
			<h2 id="lab-share">Hand it on</h2>
			<div class="lab-go">
				<label>
					About{' '}
					<select
						value={about.value}
						onChange={({ currentTarget }) => {
							about.value = currentTarget.value;
							cited.value = null;
						}}
					>
						<option value="run">the run: how often, how long</option>
						{found?.properties.map(({ name, verdict }) => (
							<option key={name} value={name}>
								{name} {verdict}
							</option>
						))}
					</select>
				</label>
				<button class="button" type="button" onClick={copyLink}>
					Copy link
				</button>
				<button class="button" type="button" onClick={cite}>
					Cite
				</button>
				<button class="button" type="button" onClick={saveData}>
					JSON
				</button>
				<button class="button" type="button" onClick={saveDrawing}>
					SVG
				</button>
			</div>
			<p class="lab-note lab-said" role="status">
				{said.value}
			</p>
			{cited.value !== null && (
				<>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
					{/* biome-ignore lint/a11y/useSemanticElements: a name needs a role, and no element has this one for a text. */}
					<pre class="lab-citation" tabIndex={0} role="group" aria-label="Citation">
						{cited.value}
					</pre>
					<button class="button" type="button" onClick={copyCitation}>
						Copy the citation
					</button>
				</>
			)}
			{!lab.isSearching.value && (
				<p class="lab-note">Search all orders above to hand on a verdict with its way, step by step.</p>
			)}
		</section>
	);
}
