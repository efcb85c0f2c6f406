import '@preact/signals';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { announce } from '../src/site/passage/announce.ts';
import type { OwnTold } from '../src/site/verdict/search-told.ts';
import type { VerdictData } from '../src/site/verdict/verdict-data.ts';
import { type Wish, wishOf } from '../src/site/verdict/wish.ts';
import VerdictSearch from './VerdictSearch.tsx';
import VerdictTold from './VerdictTold.tsx';

interface Props {
	/** To the page's verdict, relative to the site's base. */
	link: string;
	/** `VerdictData` as JSON, which Astro would otherwise wrap piece by piece. */
	data: string;
}

/** From one time that progress is read out to the next, in ms. */
const SAID_MS = 5000;

/** A verdict that the reader can search anew: other threads, other rules, another scheduler. */
export default function VerdictFigure({ link, data }: Props) {
	const page = useMemo(() => JSON.parse(data) as VerdictData, [data]);
	const wish = useSignal<Wish>(wishOf(page));
	/** What the reader searched. */
	const own = useSignal<OwnTold | null>(null);
	const progress = useSignal<string | null>(null);
	const problem = useSignal<string | null>(null);
	const running = useRef<AbortController | null>(null);

	useEffect(() => () => running.current?.abort(), []);

	const search = async () => {
		const controller = new AbortController();
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
			own.value = told;
			announce(`${told.verdict}. ${told.sentence}. ${told.explored}`);
		} catch (error) {
			const { name, message } = error as Error;
			problem.value =
				name === 'SearchError' ? message : `The search broke off: ${message}; reload the page and try again.`;
		} finally {
			progress.value = null;
		}
	};

	const isOwn = own.value !== null;
	const told = own.value ?? page.told;
	return (
		<figure class="verdict" data-verdict={told.verdict}>
			<VerdictTold
				told={told}
				experiment={page.experiment}
				link={own.value === null ? link : own.value.link}
				isOwn={isOwn}
			/>
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
					wish.value = wishOf(page);
					announce('The verdict is as on the page again.');
				}}
			/>
		</figure>
	);
}
