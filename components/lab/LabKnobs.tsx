import { groupTitles, type Key, type KeyGroup, type KeyName, keys } from '../../src/experiment/keys.ts';
import { emptyRecipe } from '../../src/experiment/recipe.ts';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import { isShared, type SideName, startOf, textOf, turned } from '../../src/site/lab/side.ts';
import LabKnob from './LabKnob.tsx';

/** Every key of a recipe with its control, one a recipe; those that are seldom turned are folded away. */
export default function LabKnobs({ lab }: { lab: Laboratory }) {
	const { readings } = lab;
	const whole = [readings.a.value, readings.b.value].flatMap((reading) => reading?.problems?.[''] ?? []);
	return (
		<section aria-labelledby="lab-knobs">
			<h2 id="lab-knobs">Knobs</h2>
			<div class="lab-groups">
				{Object.entries(groupTitles).map(([group, title]) => (
					<Group key={group} lab={lab} group={group as KeyGroup} title={title} />
				))}
			</div>
			<p class="problem" role="status">
				{whole.length > 0 && `The recipe is not run: ${whole.join('; ')}.`}
			</p>
		</section>
	);
}

function Group({ lab, group, title }: { lab: Laboratory; group: KeyGroup; title: string }) {
	// The C has an editor of its own.
	const all: readonly Key[] = keys.filter((key) => key.group === group && key.kind !== 'diff');
	const folded = all.filter((key) => isFolded(lab, key));
	const open = all.filter((key) => !folded.includes(key));
	const rows = (
		<>
			{open.map((key) => (
				<Row key={key.name} lab={lab} of={key} />
			))}
			{folded.length > 0 && (
				<details class="lab-rare">
					<summary>Seldom turned: {folded.map(({ name }) => name).join(', ')}</summary>
					{folded.map((key) => (
						<Row key={key.name} lab={lab} of={key} />
					))}
				</details>
			)}
		</>
	);
	return isTimes(group) ? (
		<details class="lab-group">
			<summary>{title}</summary>
			{rows}
		</details>
	) : (
		<fieldset class="lab-group">
			<legend>{title}</legend>
			{rows}
		</fieldset>
	);
}

/** Times are many, and verdicts do not depend on them: they are opened by those who want them. */
function isTimes(group: KeyGroup): boolean {
	return group === 'times' || group === 'gaps';
}

/** By where the recipes start, so that no control moves while it is turned. */
function isFolded({ sides, choices }: Laboratory, { name, group, rare }: Key): boolean {
	const starts = [sides.value.a, sides.value.b].flatMap((side) => (side === null ? [] : [startOf(side, choices)]));
	const actors = name.replace(/-gap-ns$/, 's') as KeyName;
	if (group === 'gaps') return starts.every((recipe) => recipe[actors] === 0);
	return rare === true && starts.every((recipe) => recipe[name as KeyName] === emptyRecipe[name as KeyName]);
}

function Row({ lab, of: key }: { lab: Laboratory; of: Key }) {
	const { sides, choices, readings } = lab;
	const isDouble = sides.value.b !== null && !isShared(key);
	const texts = (['a', 'b'] as const).map((which) => textOf(sides.value, which, key, choices));
	const isDifferent = isDouble && texts[0] !== texts[1];
	const knob = (which: SideName) => (
		<LabKnob
			of={key}
			side={isDouble ? which : null}
			text={texts[which === 'a' ? 0 : 1] ?? ''}
			eras={choices.eras}
			problem={readings[which].value?.problems?.[key.name] ?? null}
			turn={(text) => {
				sides.value = turned(sides.value, which, key, text, choices);
			}}
		/>
	);
	return (
		<div class={`lab-knob${isDifferent ? ' differs' : ''}`} data-key={key.name}>
			<p class="lab-knob-words" id={`knob-${key.name}-words`}>
				<code>{key.name}</code> <span>{key.meaning}</span>
				{isDifferent && <span class="lab-mark">A and B differ</span>}
			</p>
			<div class="lab-controls">
				{knob('a')}
				{isDouble && knob('b')}
			</div>
		</div>
	);
}
