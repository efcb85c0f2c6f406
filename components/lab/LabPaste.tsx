import { useRef } from 'preact/hooks';
import { PATCH_LIMITS } from '../../src/experiment/patch/limits.ts';
import type { CDesk } from '../../src/site/lab/c-desk.ts';
import type { Memory } from '../../src/site/lab/remember.ts';

/** A field for a patch as it is found: in a mail, quoted, cut short. What became of it stands below. */
export default function LabPaste({ desk, memory }: { desk: CDesk; memory: Memory }) {
	const field = useRef<HTMLTextAreaElement>(null);
	const text = memory.pasted.value;
	const pasted = desk.pasted.value;
	const showLine = (line: number) => {
		const lines = text.split('\n');
		const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
		field.current?.focus();
		field.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
	};
	return (
		<>
			<p class="lab-note">
				A diff, bare or in a mail: quoted, wrapped, cut short, its tabs lost. Its hunks must be against this text,{' '}
				<strong>{desk.over.value}</strong>, or against a kernel’s tree where that says the same: each line that is
				removed must stand here, white space apart. Of the lines around it, those that stand elsewhere are dropped;
				files that the model lacks are left out. It takes the place of a change that you made before.
			</p>
			<label class="lab-paste-field">
				The patch
				<textarea
					ref={field}
					rows={10}
					spellcheck={false}
					maxLength={PATCH_LIMITS.characters}
					value={text}
					onInput={({ currentTarget }) => {
						memory.pasted.value = currentTarget.value;
					}}
				/>
			</label>
			<div class="lab-go">
				<button class="button" type="button" disabled={text.trim() === ''} onClick={() => void desk.paste(text)}>
					Lay it over the C
				</button>
				{desk.before.value !== null && (
					<button class="button" type="button" onClick={() => void desk.takeBack()}>
						Take it back
					</button>
				)}
			</div>
			<div role="status">
				{pasted?.landed === true && (
					<>
						<p class="lab-note">It landed:</p>
						<ul class="lab-landed">
							{pasted.hunks.map(({ words, place }) => (
								<li key={words}>
									{words}.{' '}
									{place !== null && (
										<button
											class="lab-place"
											type="button"
											onClick={() => {
												desk.wanted.value = { ...place, column: 1 };
											}}
										>
											Show it
										</button>
									)}
								</li>
							))}
						</ul>
					</>
				)}
				{pasted?.landed === false && (
					<p class="problem">
						It is not laid over the C, and nothing is changed: {pasted.message}.{' '}
						{pasted.over.length > 0 && `It would land with ${pasted.over.join(', or ')}: turn that among the knobs. `}
						{pasted.line !== null && (
							<button class="button" type="button" onClick={() => showLine(pasted.line ?? 1)}>
								Show line {pasted.line}
							</button>
						)}
					</p>
				)}
			</div>
		</>
	);
}
