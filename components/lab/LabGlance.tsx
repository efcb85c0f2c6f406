import { figure, kindOf } from '../../src/site/format.ts';
import type { Ran } from '../../src/site/lab/job.ts';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import { type FigureName, figureOf } from '../../src/site/lab/measures.ts';
import { searchName } from '../../src/site/lab/searches.ts';

const columns: readonly (readonly [heading: string, path: string, name: FigureName])[] = [
	['retries a fault, mean', 'actors.victim.retries', 'mean'],
	['a fault takes, p99', 'actors.victim.fault_ns', 'p99'],
	['writer waits, p99', 'actors.writer.writeWait_ns', 'p99'],
];

/** The page is long: the ways to its parts. No links, since the address behind '#' holds the recipe. */
const parts = [
	['lab-knobs', 'Knobs'],
	['lab-results', 'Results'],
	['lab-c', 'The C'],
	['lab-sweep', 'Sweep'],
	['lab-share', 'Cite'],
] as const;

/** What stays in sight, so that what is turned is seen to matter. */
export default function LabGlance({ lab }: { lab: Laboratory }) {
	return (
		<div class="lab-glance">
			<Figures lab={lab} />
			<p class="lab-parts">
				{parts.map(([id, words]) => (
					<button key={id} class="lab-place" type="button" onClick={() => goTo(id)}>
						{words}
					</button>
				))}
			</p>
		</div>
	);
}

function goTo(id: string): void {
	const heading = document.getElementById(id);
	heading?.setAttribute('tabindex', '-1');
	heading?.focus();
}

/** The argument's own figures, in a row a recipe. */
function Figures({ lab }: { lab: Laboratory }) {
	const shown = lab.shown.value;
	const isDouble = lab.sides.value.b !== null;
	const rows = [shown?.a, ...(isDouble ? [shown?.b] : [])];
	return (
		<table aria-label="At a glance" aria-busy={lab.running.value !== null}>
			<thead>
				<tr>
					{isDouble && <td />}
					<th scope="col">the victim’s fault ends, in every order</th>
					{columns.map(([heading]) => (
						<th key={heading} scope="col" class="number">
							{heading}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((ran, index) => (
					<tr key={index}>
						{isDouble && <th scope="row">{'AB'[index]}</th>}
						<td>
							<Ends lab={lab} ran={ran ?? null} />
						</td>
						{columns.map(([heading, path, name]) => (
							<td key={heading} class="number">
								{ran == null ? '' : figureText(ran, path, name)}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The verdict, or the way to it. */
function Ends({ lab: { searches, fairness, search }, ran }: { lab: Laboratory; ran: Ran | null }) {
	if (ran === null) return null;
	const found = searches.found.value.get(searchName(ran.result.recipe, fairness.value));
	const victim = found?.properties.find(({ name }) => name === 'victim-completes');
	if (victim === undefined) {
		if (searches.progress.value !== null) return <>searching</>;
		return (
			<button class="button" type="button" onClick={() => void search()}>
				Search all orders
			</button>
		);
	}
	return (
		<span class="verdict" data-verdict={victim.verdict}>
			<strong class="verdict-word">{victim.verdict}</strong>
			{victim.vacuous && ': there is none'}
		</span>
	);
}

function figureText({ result }: Ran, path: string, name: FigureName): string {
	const { value } = figureOf(result, { path }, name);
	return value === null ? 'none' : figure(value, kindOf(`${path}.${name}`));
}
