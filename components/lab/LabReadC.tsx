import type { MutableRef } from 'preact/hooks';
import type { Diagnostic } from '../../src/engine/c/diagnostic.ts';
import type { CDesk } from '../../src/site/lab/c-desk.ts';
import type { Editor } from '../../src/site/lab/editor.ts';
import { download } from '../../src/site/lab/hand-over.ts';
import type { ReadC } from '../../src/site/lab/job.ts';
import { type Laboratory, smallRecipe } from '../../src/site/lab/laboratory.ts';
import { searchName } from '../../src/site/lab/searches.ts';
import { exploredSentence, verdictSentence } from '../../src/site/verdict/verdict-words.ts';

interface Props {
	lab: Laboratory;
	desk: CDesk;
	read: ReadC;
	editor: MutableRef<Editor | null>;
}

/** What the compiler says of the C, what a small search says, and how it differs from the eras. */
export default function LabReadC({ lab, desk, read, editor }: Props) {
	const { diagnostics, diff, problem } = read;
	const errors = diagnostics.filter(({ severity }) => severity === 'error');
	return (
		<div class="lab-read">
			<Diagnostics diagnostics={diagnostics} editor={editor} desk={desk} />
			{problem !== null && <p class="lab-note">The recipe goes without this change: {problem}</p>}
			<SmallVerdict lab={lab} desk={desk} isOld={errors.length > 0} />
			{diff === '' ? (
				<p class="lab-note">Nothing is changed: this is the text of {desk.over.value}.</p>
			) : (
				<details class="lab-diff" open>
					<summary>Your change to {desk.over.value}</summary>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
					{/* biome-ignore lint/a11y/useSemanticElements: a name needs a role, and no element has this one for code. */}
					<pre tabIndex={0} role="group" aria-label="Your change, as a diff">
						<code>
							{diff.split('\n').map((line, index) => (
								<span key={index} class={classOf(line)}>
									{line}
									{'\n'}
								</span>
							))}
						</code>
					</pre>
					<button class="button" type="button" onClick={() => download('my.patch', 'text/x-diff', diff)}>
						Save as my.patch
					</button>
				</details>
			)}
		</div>
	);
}

interface DiagnosticsProps {
	diagnostics: readonly Diagnostic[];
	editor: MutableRef<Editor | null>;
	desk: CDesk;
}

function Diagnostics({ diagnostics, editor, desk }: DiagnosticsProps) {
	const goTo = ({ file, line, column }: Diagnostic['place']) => {
		const select = document.querySelector<HTMLSelectElement>('.lab-editor [data-role=file]');
		if (editor.current === null || select === null) return;
		select.value = file;
		select.dispatchEvent(new Event('change', { bubbles: true }));
		editor.current.goTo(line, column);
	};
	return (
		<div role="status">
			{diagnostics.length === 0 ? (
				<p class="lab-note">The C is in order.</p>
			) : (
				<ul class="lab-diagnostics" aria-label="What the compiler says">
					{diagnostics.map((each) => {
						const { severity, place, message, advice } = each;
						const at = `${place.file}:${place.line}:${place.column}`;
						const code = desk.files.value.find(({ path }) => path === place.file)?.text.split('\n')[place.line - 1];
						return (
							<li key={`${at} ${message}`} data-severity={severity}>
								{severity === 'error' ? 'Error' : 'Lint'} at{' '}
								<button class="lab-place" type="button" onClick={() => goTo(place)}>
									{at}
								</button>
								: {message}; {advice}. <code>{code?.trim()}</code>
							</li>
						);
					})}
				</ul>
			)}
		</div>
	);
}

/** The verdict that follows the typing: a victim, two lockers, nobody else. */
function SmallVerdict({ lab, desk, isOld }: { lab: Laboratory; desk: CDesk; isOld: boolean }) {
	const { shown, searches, fairness } = lab;
	const recipe = shown.value?.[desk.side.value]?.result.recipe;
	if (recipe === undefined) return null;
	const small = smallRecipe(recipe);
	const found = searches.found.value.get(searchName(small, fairness.value));
	const told = found?.properties.filter(({ name, verdict }) => name === 'victim-completes' || verdict === 'VIOLATED');
	const [victim, ...others] = told ?? [];
	return (
		<div class="verdict lab-small" data-verdict={victim?.verdict}>
			{found === undefined || victim === undefined ? (
				<p>A victim and two lockers, in every order: {searches.progress.value ?? 'not searched yet'}.</p>
			) : (
				<>
					<p class="verdict-sentence">
						A victim and two lockers, in every order: <strong class="verdict-word">{victim.verdict}</strong>{' '}
						{verdictSentence(victim)}.
					</p>
					{others.map((property) => (
						<p key={property.name} data-verdict={property.verdict}>
							<code>{property.name}</code> <strong class="verdict-word">{property.verdict}</strong>{' '}
							{verdictSentence(property)}.
						</p>
					))}
					<p class="verdict-explored">{exploredSentence(found)}</p>
				</>
			)}
			{isOld && <p>The C has errors: this is of the last text that was in order.</p>}
		</div>
	);
}

function classOf(line: string): string {
	if (line.startsWith('+')) return 'listing-line listing-added';
	if (line.startsWith('-')) return 'listing-line listing-removed';
	return 'listing-line';
}
