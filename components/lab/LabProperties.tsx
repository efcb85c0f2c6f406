import type { CheckResult, PropertyResult } from '../../src/experiment/check.ts';
import { toldOf } from '../../src/site/verdict/told.ts';
import { exploredSentence, retriesSentence, verdictSentence } from '../../src/site/verdict/verdict-words.ts';
import Lasso from '../Lasso.tsx';
import LassoSteps from '../LassoSteps.tsx';

/** What searches found of each property: of one recipe, or of two side by side. */
export default function LabProperties({ found }: { found: readonly (CheckResult | null)[] }) {
	const names = found.find((each) => each !== null)?.properties.map(({ name }) => name) ?? [];
	return (
		<>
			<ul class="lab-properties">
				{names.map((name) => (
					<Property key={name} name={name} found={found} />
				))}
			</ul>
			<div class="lab-explored">
				{found.map((each, index) => (
					<p key={index}>
						{found.length > 1 && `${'AB'[index]}: `}
						{each === null ? 'Not searched yet.' : `${exploredSentence(each)} ${retriesSentence(each)}`}
					</p>
				))}
			</div>
		</>
	);
}

function Property({ name, found }: { name: string; found: readonly (CheckResult | null)[] }) {
	const each = found.map((result) => {
		const property = result?.properties.find((one) => one.name === name);
		return result === null || property === undefined ? null : { result, property };
	});
	const [a, b] = each;
	const differs = a != null && b != null && a.property.verdict !== b.property.verdict;
	return (
		<li class={differs ? 'differs' : undefined} data-property={name}>
			<p class="lab-property">
				<code>{name}</code> {differs && <span class="lab-mark">A and B differ</span>}
			</p>
			<div class={each.length > 1 ? 'lab-sides two' : 'lab-sides'}>
				{each.map((one, index) => (
					<div key={index} class="lab-verdict verdict" data-verdict={one?.property.verdict}>
						{one === null ? 'Not searched yet.' : <Judged {...one} side={each.length > 1 ? 'AB'[index] : undefined} />}
					</div>
				))}
			</div>
		</li>
	);
}

interface JudgedProps {
	result: CheckResult;
	property: PropertyResult;
	side: string | undefined;
}

function Judged({ result, property, side }: JudgedProps) {
	const { verdict, stem, loop } = property;
	const steps = stem.length + loop.length;
	const told = steps === 0 ? null : toldOf(result, property, { changes: {}, fairness: result.fairness });
	return (
		<>
			<p>
				{side !== undefined && `${side}: `}
				<strong class="verdict-word">{verdict}</strong> {verdictSentence(property)}.
			</p>
			{told !== null && (
				<details>
					<summary>How: {steps} steps</summary>
					<Lasso told={told} />
					<LassoSteps told={told} />
					{told.fairness !== '' && <p class="verdict-fairness">{told.fairness}</p>}
				</details>
			)}
		</>
	);
}
