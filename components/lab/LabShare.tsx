import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CheckResult } from '../../src/experiment/check.ts';
import type { Recipe } from '../../src/experiment/recipe.ts';
import { copyText, download } from '../../src/site/lab/hand-over.ts';
import type { Ran } from '../../src/site/lab/job.ts';
import { BrokenOff } from '../../src/site/lab/job-in-worker.ts';
import { type Laboratory, smallRecipe } from '../../src/site/lab/laboratory.ts';
import { searchName } from '../../src/site/lab/searches.ts';
import { withFullStop } from '../../src/site/x/full-stop.ts';

interface Props {
	lab: Laboratory;
	/** The site's base, to which links are relative. */
	base: string;
	/** The tag of this edition. */
	revision: string;
}

/** What can be handed on: a link, a citation, the data, the drawing. Of two recipes, B against A. */
export default function LabShare({ lab, base, revision }: Props) {
	/** What the reader chose to hand on; null until then. */
	const about = useSignal<string | null>(null);
	const cited = useSignal<string | null>(null);
	const said = useSignal('');
	const ran = lab.shown.value?.b ?? lab.shown.value?.a ?? null;
	// What was handed on is not of what is shown now.
	useEffect(() => {
		cited.value = null;
		said.value = '';
	}, [lab.shown.value]);
	if (ran === null) return null;
	const answers = answersOf(lab, ran);
	// Who searched one recipe came for its verdict; who compares two, for the table.
	const usual = lab.shown.value?.b === null ? 'victim-completes' : 'run';
	const answer = answers.find(({ name }) => name === (about.value ?? usual)) ?? null;

	const ask = () => {
		const compared = lab.shown.value?.b ? lab.shown.value.a.result : null;
		return lab.desk.ask('cite', {
			from: ran.result.experiment,
			recipe: answer?.recipe ?? ran.result.recipe,
			base: compared?.recipe ?? null,
			about:
				answer === null
					? { kind: 'run', result: ran.result, base: compared }
					: { kind: 'check', result: answer.result, property: answer.property },
			site: new URL(base, location.href).href,
			revision,
		});
	};
	const act = async (what: () => Promise<string>) => {
		try {
			said.value = await what();
		} catch (error) {
			if (!(error instanceof BrokenOff)) said.value = withFullStop(`That did not work: ${(error as Error).message}`);
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
		const result = answer?.result ?? ran.result;
		download(
			`${ran.result.experiment ?? 'laboratory'}.json`,
			'application/json',
			`${JSON.stringify(result, null, '\t')}\n`,
		);
	};
	const saveDrawing = () =>
		act(async () => {
			// Few visits need it.
			const { standAloneSvg } = await import('../../src/site/lab/stand-alone-svg.ts');
			const drawings = document.querySelectorAll<SVGSVGElement>('.lab-run .timeline');
			const drawing = drawings[drawings.length - 1];
			if (drawing === undefined) return 'There is no drawing.';
			download(`${ran.result.experiment ?? 'laboratory'}.svg`, 'image/svg+xml', standAloneSvg(drawing));
			return '';
		});

	return (
		<section aria-labelledby="lab-share">
			<h2 id="lab-share">Cite it, link to it</h2>
			<div class="lab-go">
				<label>
					About{' '}
					<select
						value={answer?.name ?? 'run'}
						onChange={({ currentTarget }) => {
							about.value = currentTarget.value;
							cited.value = null;
						}}
					>
						<option value="run">the run: how often, how long</option>
						{answers.map(({ name, words }) => (
							<option key={name} value={name}>
								{words}
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
			{answers.length === 0 && (
				<p class="lab-note">Search all orders above to hand on a verdict with its way, step by step.</p>
			)}
		</section>
	);
}

/** A verdict that can be handed on. */
interface Answer {
	/** Among the answers. */
	readonly name: string;
	readonly words: string;
	readonly recipe: Recipe;
	readonly result: CheckResult;
	readonly property: string;
}

/** What searches found of what is shown; while its C is edited, also of a victim and two lockers alone. */
function answersOf({ searches, fairness, small, shown }: Laboratory, { result: { recipe } }: Ran): Answer[] {
	const isEdited = small.value !== null && small.value === (shown.value?.b ? 'b' : 'a');
	const subjects = [
		{ recipe, name: '', words: '' },
		...(isEdited ? [{ recipe: smallRecipe(recipe), name: 'small ', words: 'a victim and two lockers: ' }] : []),
	];
	return subjects.flatMap((subject) => {
		const result = searches.found.value.get(searchName(subject.recipe, fairness.value));
		return (result?.properties ?? []).map(({ name: property, verdict }) => ({
			name: `${subject.name}${property}`,
			words: `${subject.words}${property} ${verdict}`,
			recipe: subject.recipe,
			result: result as CheckResult,
			property,
		}));
	});
}
