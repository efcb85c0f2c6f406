import '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Content } from '../../src/experiment/content.ts';
import { laboratory, runOnTurns } from '../../src/site/lab/laboratory.ts';
import { remember } from '../../src/site/lab/remember.ts';
import type { Choices } from '../../src/site/lab/side.ts';
import LabC from './LabC.tsx';
import LabFold from './LabFold.tsx';
import LabGlance from './LabGlance.tsx';
import LabKnobs from './LabKnobs.tsx';
import LabResults from './LabResults.tsx';
import LabShare from './LabShare.tsx';
import LabStart from './LabStart.tsx';
import { later } from './later.tsx';

const LabSweep = later(() => import('./LabSweep.tsx'));

interface Props {
	choices: Choices;
	/** Where the texts of model, eras and experiments are. */
	contentAddress: string;
	/** The site's base, to which links are relative. */
	base: string;
	/** The tag of this edition. */
	revision: string;
}

/** The laboratory: what is turned, what is run, and what became of it. */
export default function Lab({ choices, contentAddress, base, revision }: Props) {
	const { lab, memory } = useMemo(() => {
		const made = laboratory(choices, textsAt(contentAddress));
		return { lab: made, memory: remember(made) };
	}, [choices, contentAddress]);

	useEffect(() => {
		let end = () => {};
		const open = () => lab.open(location.hash.slice(1));
		void memory.restore(location.hash.slice(1)).then(() => {
			end = runOnTurns(lab);
			memory.keep();
		});
		addEventListener('hashchange', open);
		return () => {
			end();
			removeEventListener('hashchange', open);
		};
	}, [lab, memory]);

	return (
		<div class="lab needs-scripts">
			<LabGlance lab={lab} />
			<LabStart lab={lab} />
			<LabKnobs lab={lab} />
			<LabResults lab={lab} />
			<LabC lab={lab} memory={memory} />
			<section aria-labelledby="lab-sweep">
				<h2 id="lab-sweep">Sweep a knob</h2>
				<LabFold summary="Turn one knob value by value, with intervals, as a chart">
					{() => <LabSweep lab={lab} />}
				</LabFold>
			</section>
			<LabShare lab={lab} base={base} revision={revision} />
		</div>
	);
}

/** The texts, or never while the page is built. */
async function textsAt(address: string): Promise<Content> {
	if (import.meta.env.SSR) return new Promise(() => {});
	const response = await fetch(address);
	if (!response.ok) throw new Error('The model could not be loaded; reload the page and try again.');
	return response.json();
}
