import '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Turn } from '../src/experiment/turn.ts';
import { announce } from '../src/site/passage/announce.ts';
import { type ByChoice, chosen } from '../src/site/passage/by-choice.ts';
import { followPassages } from '../src/site/passage/follow.ts';
import { passage } from '../src/site/passage/passage.ts';
import { turnPassage } from '../src/site/passage/turn-passage.ts';
import { turnWords } from '../src/site/passage/turn-words.ts';

interface Props {
	/** No other on the page has it. */
	id: string;
	experiment: string;
	turn: Turn;
	/** The choice in which the page starts. */
	start: string;
	words: ByChoice<string>;
	/** The page that starts in each choice, for readers without scripts. */
	pages: ByChoice<string>;
}

/** By how many choices each key moves on. */
const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * A rule as words in a sentence. With scripts it is a select-only combobox: a click, Enter, Space or an arrow turns
 * it on by one; the caret, or Alt and the down arrow, opens the choices. Without scripts the other choices stand beside
 * it as links.
 */
export default function RuleSwitch({ id, experiment, turn: { key, choices }, start, words, pages }: Props) {
	const here = passage(experiment, start);
	const { choice: current } = here;
	const name = sentenceCase(turnWords[key]);
	const [live, setLive] = useState(false);
	const [open, setOpen] = useState(false);
	const place = useRef<HTMLSpanElement>(null);
	const list = useRef<HTMLSpanElement>(null);

	useEffect(() => {
		setLive(true);
		followPassages();
		// What is said must find its place there already, or not everybody hears it.
		announce('');
	}, []);
	useLayoutEffect(() => {
		if (open && place.current && list.current) placeBelow(place.current, list.current);
	}, [open, current.value]);

	const choose = (choice: string | undefined) => {
		if (choice === undefined || choice === here.wanted) return;
		turnPassage(here, choice, (problem) =>
			announce(problem ?? `${name} ${choice}: ${words[choice]}. Figures and numbers of this passage follow.`),
		);
	};

	const turn = (move: number) => {
		const at = choices.indexOf(here.wanted) + move + choices.length;
		choose(choices[at % choices.length]);
	};
	// Where the choices are seen, a press takes the one that is marked.
	const press = () => (open ? setOpen(false) : turn(1));

	const onKeyDown = (event: KeyboardEvent) => {
		const move = moves[event.key];
		if (event.altKey && move !== undefined) setOpen(move > 0);
		else if (move !== undefined) turn(move);
		else if (event.key === 'Home') choose(choices[0]);
		else if (event.key === 'End') choose(choices.at(-1));
		else if (event.key === 'Enter' || event.key === ' ') press();
		else if (event.key === 'Escape' && open) setOpen(false);
		else return;
		event.preventDefault();
	};

	// What stands between the choices where they are part of the sentence.
	const others = choices.filter((choice) => choice !== current.value);
	const markBefore = (choice: string) => (choice === current.value ? '' : choice === others[0] ? ' (' : '; ');

	const combobox = {
		role: 'combobox',
		tabindex: 0,
		'aria-label': name,
		'aria-haspopup': 'listbox',
		'aria-expanded': open,
		'aria-controls': `${id}-choices`,
		...(open ? { 'aria-activedescendant': `${id}-${current.value}` } : {}),
	};

	return (
		<span class="switch" data-open={open ? '' : undefined} onFocusOut={(event) => leaves(event) && setOpen(false)}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: it is a combobox as soon as it can do anything. */}
			<span ref={place} class="switch-current" {...withScripts(combobox, live)} onClick={press} onKeyDown={onKeyDown}>
				{chosen(words, current.value)}
				{/* biome-ignore lint/a11y/useKeyWithClickEvents: Alt and the down arrow do the same. */}
				{/* biome-ignore lint/a11y/noStaticElementInteractions: it is a part of the combobox. */}
				<span
					class="switch-caret"
					onClick={(event) => {
						event.stopPropagation();
						setOpen(!open);
					}}
				/>
			</span>
			<span
				ref={list}
				class="switch-choices"
				id={`${id}-choices`}
				{...withScripts({ role: 'listbox', 'aria-label': `${name}: choices`, 'aria-hidden': !open }, live)}
			>
				{choices.map((choice) => (
					<Choice
						key={choice}
						before={markBefore(choice)}
						id={`${id}-${choice}`}
						name={choice}
						words={chosen(words, choice)}
						page={chosen(pages, choice)}
						live={live}
						selected={choice === current.value}
						choose={() => {
							choose(choice);
							setOpen(false);
							place.current?.focus();
						}}
					/>
				))}
				<Mark text=")" />
			</span>
		</span>
	);
}

function Mark({ text }: { text: string }) {
	return (
		<span class="switch-mark" aria-hidden="true">
			{text}
		</span>
	);
}

interface ChoiceProps {
	before: string;
	id: string;
	name: string;
	words: string;
	page: string;
	live: boolean;
	selected: boolean;
	choose: () => void;
}

function Choice({ before, id, name, words, page, live, selected, choose }: ChoiceProps) {
	const choice = (
		<a
			class="switch-choice"
			id={id}
			href={page}
			data-selected={selected ? '' : undefined}
			{...withScripts({ role: 'option', tabindex: -1, 'aria-selected': selected }, live)}
			onClick={(event) => {
				// A click that wants a new tab or window gets the page.
				if (event.ctrlKey || event.metaKey || event.shiftKey) return;
				event.preventDefault();
				choose();
			}}
		>
			<span class="switch-name">{name}</span> {words}
		</a>
	);
	return (
		<>
			<Mark text={before} />
			{choice}
		</>
	);
}

/** Attributes that say what only scripts make true: the page has them as soon as scripts are there, see src/site/alive. */
function withScripts(attributes: Readonly<Record<string, string | number | boolean>>, live: boolean) {
	return live ? attributes : { 'data-with-scripts': JSON.stringify(attributes) };
}

/** 'page lock' becomes 'Page lock'; what has an underscore is a name and stays. */
function sentenceCase(words: string): string {
	return words.includes('_') ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether the focus goes elsewhere than within the switch. */
function leaves(event: FocusEvent): boolean {
	const into = event.relatedTarget;
	return !(into instanceof Node && event.currentTarget instanceof Node && event.currentTarget.contains(into));
}

/** Puts the open choices under the words, within their paragraph. */
function placeBelow(current: HTMLElement, choices: HTMLElement): void {
	const block = choices.offsetParent;
	if (!(block instanceof HTMLElement)) return;
	const room = block.clientWidth - choices.offsetWidth;
	const last = [...current.getClientRects()].at(-1);
	const frame = block.getBoundingClientRect();
	if (last === undefined) return;
	choices.style.left = `${Math.max(0, Math.min(last.left - frame.left, room))}px`;
	choices.style.top = `${last.bottom - frame.top + 4}px`;
}
