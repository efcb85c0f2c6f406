import '@preact/signals';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { announce } from '../src/site/passage/announce.ts';
import { chosen } from '../src/site/passage/by-choice.ts';
import { passage } from '../src/site/passage/passage.ts';
import type { Told } from '../src/site/verdict/told.ts';
import type { VerdictData } from '../src/site/verdict/verdict-data.ts';
import { type Wish, wishOf } from '../src/site/verdict/wish.ts';
import VerdictSearch from './VerdictSearch.tsx';
import VerdictTold from './VerdictTold.tsx';

interface Props {
	/** The choice in which the page starts. */
	start: string;
	/** Whether it follows the passage's switch. */
	follow: boolean;
	/** `VerdictData` as JSON, which Astro would otherwise wrap piece by piece. */
	data: string;
}

/** From one time that progress is read out to the next, in ms. */
const SAID_MS = 5000;

/** A verdict that the reader can search anew: other threads, other rules, another scheduler. */
export default function VerdictFigure({ start, follow, data }: Props) {
	const page = useMemo(() => JSON.parse(data) as VerdictData, [data]);
	const fixed = useSignal(start);
	const choice = follow ? passage(page.experiment, start).choice : fixed;
	const wish = useSignal<Wish>(wishOf(page, start));
	/** What the reader searched, and for which choice of the page. */
	const own = useSignal<{ readonly told: Told; readonly choice: string } | null>(null);
	const progress = useSignal<string | null>(null);
	const problem = useSignal<string | null>(null);
	const running = useRef<AbortController | null>(null);

	// A search for the choice before is of no more use, and what was asked for goes along with the switch.
	useEffect(() => {
		wish.value = { ...wish.value, rules: { ...wish.value.rules, [page.turned]: choice.value } };
		return () => running.current?.abort();
	}, [choice.value]);

	const search = async () => {
		const controller = new AbortController();
		const searched = choice.value;
		running.current = controller;
		problem.value = null;
		progress.value = 'begins';
		announce('The search begins.');
		let said_ms = performance.now();
		try {
			const { searchTold } = await import('../src/site/verdict/search-told.ts');
			const told = await searchTold(page, wish.value, {
				signal: controller.signal,
				onProgress: (words) => {
					progress.value = words;
					if (performance.now() - said_ms < SAID_MS) return;
					said_ms = performance.now();
					announce(`${words}.`);
				},
			});
			own.value = { told, choice: searched };
			announce(`${told.verdict}. ${told.sentence}. ${told.explored}`);
		} catch (error) {
			const { name, message } = error as Error;
			problem.value =
				name === 'SearchError' ? message : `The search broke off: ${message}; reload the page and try again.`;
		} finally {
			progress.value = null;
		}
	};

	const isOwn = own.value !== null && own.value.choice === choice.value;
	const told = isOwn && own.value !== null ? own.value.told : chosen(page.told, choice.value);
	return (
		<figure class="verdict" data-verdict={told.verdict}>
			<VerdictTold told={told} experiment={page.experiment} isOwn={isOwn} />
			<VerdictSearch
				page={page}
				wish={wish}
				progress={progress.value}
				problem={problem.value}
				isOwn={isOwn}
				search={search}
				stop={() => running.current?.abort()}
				back={() => {
					own.value = null;
					wish.value = wishOf(page, choice.value);
					announce('The verdict is as on the page again.');
				}}
			/>
		</figure>
	);
}
