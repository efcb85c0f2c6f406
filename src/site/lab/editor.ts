import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { cpp } from '@codemirror/lang-cpp';
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, type Diagnostic as Marked, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Diagnostic } from '../../engine/c/diagnostic.ts';
import type { SourceFile } from '../../engine/c/source.ts';

/** An editor of several files, one of them shown. */
export interface Editor {
	/** Shows a file; what was done in it can be undone still. */
	readonly show: (path: string) => void;
	/** Replaces the texts of all files, as one step that can be undone. */
	readonly replace: (files: readonly SourceFile[]) => void;
	/** Underlines what the compiler said, in every file. */
	readonly mark: (diagnostics: readonly Diagnostic[]) => void;
	/** Goes to a place, lines and columns from 1. */
	readonly goTo: (line: number, column: number) => void;
	readonly undo: () => void;
	readonly redo: () => void;
	readonly end: () => void;
}

/** Marks a change that did not come from the reader's keys. */
const fromOutside = Annotation.define<boolean>();

const colours = HighlightStyle.define([
	{ tag: tags.comment, color: 'var(--ink-muted)', fontStyle: 'italic' },
	{ tag: [tags.keyword, tags.controlKeyword, tags.processingInstruction], color: 'var(--thread-6)' },
	{ tag: [tags.typeName, tags.standard(tags.typeName)], color: 'var(--thread-3)' },
	{ tag: [tags.number, tags.string], color: 'var(--thread-4)' },
]);

const look = EditorView.theme({
	'&': { background: 'var(--paper)', color: 'var(--ink)', maxHeight: '30rem' },
	'&.cm-focused': { outline: '2px solid var(--focus)' },
	'.cm-scroller': { fontFamily: 'var(--code-family)', fontSize: '0.8125rem', lineHeight: '1.5', overflow: 'auto' },
	'.cm-content': { caretColor: 'var(--ink)' },
	'.cm-cursor': { borderLeftColor: 'var(--ink)' },
	'.cm-gutters': { background: 'var(--paper-raised)', color: 'var(--ink-muted)', border: '0' },
	'.cm-activeLine, .cm-activeLineGutter': { background: 'var(--paper-sunken)' },
	'.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { background: 'var(--mark)' },
	// CodeMirror draws these with data: images, which the site's policy refuses.
	'.cm-lintRange-error, .cm-lintRange-warning': {
		backgroundImage: 'none',
		textDecoration: 'underline wavy var(--verdict-violated)',
		textUnderlineOffset: '0.2em',
	},
	'.cm-lintRange-warning': { textDecorationColor: 'var(--verdict-unknown)' },
	'.cm-lint-marker-error, .cm-lint-marker-warning': { content: '"!"', textAlign: 'center', fontWeight: '600' },
	'.cm-lint-marker-error': { color: 'var(--verdict-violated)' },
	'.cm-lint-marker-warning': { color: 'var(--verdict-unknown)' },
	'.cm-tooltip': { background: 'var(--paper-raised)', color: 'var(--ink)', border: '1px solid var(--rule-strong)' },
});

/**
 * Puts an editor into an element. It lives in a shadow root, where the site's policy lets it style itself.
 *
 * @param onType is told the path and the new text, of each change that the reader makes
 */
export function editorIn(
	parent: HTMLElement,
	files: readonly SourceFile[],
	onType: (path: string, text: string) => void,
): Editor {
	const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
	const states = new Map(files.map(({ path, text }) => [path, stateOf(path, text, onType)]));
	let marks: readonly Diagnostic[] = [];
	let shown = files[0]?.path ?? '';
	const view = new EditorView({ root, parent: root, state: states.get(shown) ?? EditorState.create() });
	const markShown = () => {
		const found = marks.filter(({ place }) => place.file === shown).map((each) => markedIn(view.state.doc, each));
		view.dispatch(setDiagnostics(view.state, found));
	};
	const replaceIn = (state: EditorState, text: string) =>
		state.update({ changes: { from: 0, to: state.doc.length, insert: text }, annotations: fromOutside.of(true) });
	return {
		show: (path) => {
			const state = states.get(path);
			if (state === undefined || path === shown) return;
			states.set(shown, view.state);
			shown = path;
			view.setState(state);
			markShown();
		},
		replace: (texts) => {
			for (const { path, text } of texts) {
				const state = path === shown ? view.state : states.get(path);
				if (state === undefined || state.doc.toString() === text) continue;
				if (path === shown) view.dispatch(replaceIn(state, text));
				else states.set(path, replaceIn(state, text).state);
			}
			markShown();
		},
		mark: (diagnostics) => {
			marks = diagnostics;
			markShown();
		},
		goTo: (line, column) => {
			const { from, length } = view.state.doc.line(Math.min(line, view.state.doc.lines));
			const anchor = from + Math.min(column - 1, length);
			view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
			view.focus();
		},
		undo: () => void undo(view),
		redo: () => void redo(view),
		end: () => view.destroy(),
	};
}

function stateOf(path: string, text: string, onType: (path: string, text: string) => void): EditorState {
	return EditorState.create({
		doc: text,
		extensions: [
			lineNumbers(),
			history(),
			bracketMatching(),
			highlightActiveLine(),
			lintGutter(),
			cpp(),
			indentUnit.of('\t'),
			EditorState.tabSize.of(8),
			syntaxHighlighting(colours),
			// The Tab key goes on to what follows, as everywhere on the page; Ctrl-] indents.
			keymap.of([...defaultKeymap, ...historyKeymap]),
			look,
			EditorView.contentAttributes.of({ 'aria-label': `The C of ${path}`, tabindex: '0' }),
			EditorView.updateListener.of(({ docChanged, transactions, state }) => {
				const isOwn = transactions.some((each) => each.docChanged && each.annotation(fromOutside) !== true);
				if (docChanged && isOwn) onType(path, state.doc.toString());
			}),
		],
	});
}

function markedIn(doc: Text, { place, length, severity, message, advice }: Diagnostic): Marked {
	const line = doc.line(Math.min(place.line, doc.lines));
	const from = Math.min(line.from + place.column - 1, line.to);
	return { from, to: Math.min(from + length, doc.length), severity, message: `${message}; ${advice}` };
}
