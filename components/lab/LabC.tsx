import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { cDesk } from '../../src/site/lab/c-desk.ts';
import type { Laboratory } from '../../src/site/lab/laboratory.ts';
import type { Memory } from '../../src/site/lab/remember.ts';
import type { SideName } from '../../src/site/lab/side.ts';
import LabFold from './LabFold.tsx';
import { later } from './later.tsx';

const LabEditor = later(() => import('./LabEditor.tsx'));
const LabPaste = later(() => import('./LabPaste.tsx'));
const LabReadC = later(() => import('./LabReadC.tsx'));

/** The C that a recipe runs: shown, edited, patched. The editor is loaded when it is asked for. */
export default function LabC({ lab, memory }: { lab: Laboratory; memory: Memory }) {
	const desk = useMemo(() => cDesk(lab, memory), [lab, memory]);
	const isOpen = useSignal(false);
	useEffect(() => desk.follow(), [desk]);
	useEffect(() => {
		if (desk.wanted.value !== null) isOpen.value = true;
	}, [desk.wanted.value]);

	const { sides } = lab;
	const side = sides.value[desk.side.value] ?? sides.value.a;
	const hasPatch = (side.typed.patch ?? '') !== '';
	const hasDraft = memory.draft.value !== null && desk.read.value === null;
	return (
		<section aria-labelledby="lab-c">
			<h2 id="lab-c">The C</h2>
			<p class="lab-note">
				What runs is C: the model’s files with the diff of a page lock and that of a policy, now{' '}
				<strong>{desk.over.value}</strong>. Your own change is laid over these. {hasPatch && 'This recipe has one. '}
				{hasDraft && 'You typed one before; it stands in the editor. '}
				{!memory.isKept.value && 'This browser keeps nothing: what you type is gone with the page.'}
			</p>
			<div class="lab-go">
				{sides.value.b !== null && (
					<label>
						Of{' '}
						<select
							value={desk.side.value}
							onChange={({ currentTarget }) => {
								desk.choose(currentTarget.value as SideName);
							}}
						>
							<option value="a" selected={desk.side.value === 'a'}>
								recipe A
							</option>
							<option value="b" selected={desk.side.value === 'b'}>
								recipe B
							</option>
						</select>
					</label>
				)}
				<button
					class="button"
					type="button"
					aria-expanded={isOpen.value}
					onClick={async () => {
						if (!isOpen.value) await desk.open();
						// Without a text there is nothing to edit.
						isOpen.value = !isOpen.value && desk.read.value !== null;
					}}
				>
					{isOpen.value ? 'Close the editor' : 'Edit the C'}
				</button>
				{desk.read.value !== null && (
					<button class="button" type="button" disabled={desk.read.value.diff === ''} onClick={() => void desk.reset()}>
						Reset the C
					</button>
				)}
			</div>
			<p class="problem" role="status">
				{desk.problem.value}
			</p>
			{isOpen.value && <LabEditor desk={desk} />}
			{desk.read.value !== null && <LabReadC lab={lab} desk={desk} read={desk.read.value} />}
			<LabFold class="lab-paste" summary="Paste a patch">
				{() => <LabPaste desk={desk} memory={memory} />}
			</LabFold>
		</section>
	);
}
