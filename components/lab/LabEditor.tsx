import { useSignal } from '@preact/signals';
import type { MutableRef } from 'preact/hooks';
import { useEffect, useRef } from 'preact/hooks';
import type { CDesk } from '../../src/site/lab/c-desk.ts';
import type { Editor } from '../../src/site/lab/editor.ts';

interface Props {
	desk: CDesk;
	/** Where the editor is to be found, once it is there. */
	editor: MutableRef<Editor | null>;
}

/** Most readers come for this one: what the policies differ in. */
const FIRST_FILE = 'mm/filemap.c';

/** The files of the model in an editor. */
export default function LabEditor({ desk, editor }: Props) {
	const place = useRef<HTMLDivElement>(null);
	const path = useSignal(FIRST_FILE);
	const state = useSignal<'loading' | 'there' | string>('loading');
	const { files, read } = desk;

	useEffect(() => {
		let isGone = false;
		import('../../src/site/lab/editor.ts').then(
			({ editorIn }) => {
				if (isGone || place.current === null) return;
				editor.current = editorIn(place.current, files.peek(), desk.type);
				editor.current.show(path.peek());
				editor.current.mark(read.peek()?.diagnostics ?? []);
				state.value = 'there';
			},
			() => {
				state.value = 'The editor could not be loaded; reload the page and try again.';
			},
		);
		return () => {
			isGone = true;
			editor.current?.end();
			editor.current = null;
		};
	}, [desk]);
	useEffect(() => editor.current?.replace(files.peek()), [desk.shown.value]);
	useEffect(() => editor.current?.mark(read.value?.diagnostics ?? []), [read.value]);

	const show = (wanted: string) => {
		path.value = wanted;
		editor.current?.show(wanted);
	};
	const changed = changedFiles(read.value?.diff ?? '');
	return (
		<div class="lab-editor">
			<div class="lab-go">
				<label>
					File{' '}
					<select value={path.value} data-role="file" onChange={({ currentTarget }) => show(currentTarget.value)}>
						{files.value.map((file) => (
							<option key={file.path} value={file.path} selected={file.path === path.value}>
								{file.path}
								{changed.has(file.path) ? ' (changed)' : ''}
							</option>
						))}
					</select>
				</label>
				<button class="button" type="button" onClick={() => editor.current?.undo()}>
					Undo
				</button>
				<button class="button" type="button" onClick={() => editor.current?.redo()}>
					Redo
				</button>
				<p class="lab-progress" role="status">
					{state.value === 'loading' ? 'The editor is being loaded.' : state.value === 'there' ? '' : state.value}
				</p>
			</div>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from the page. */}
			<div
				class="lab-editor-place"
				ref={place}
				// What is typed in the shadow looks to the page like single keys of its own.
				onKeyDown={(event) => event.stopPropagation()}
			/>
		</div>
	);
}

function changedFiles(diff: string): ReadonlySet<string> {
	return new Set([...diff.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, path = '']) => path.trim()));
}
