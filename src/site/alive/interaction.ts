import { holdPresses } from './hold-presses.ts';
import { keepRoom } from './keep-room.ts';

/** Loads what brings an island to life. */
type Load = () => Promise<() => Promise<void>>;

/** What a reader does first. Who points at the text with a mouse will press a little later, and finds it alive by then. */
const signs = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const;

const sleeping: Load[] = [];
let isAlive = false;

/**
 * The directive `client:interaction`: all islands of a page come to life with the first sign of a reader, and no sooner.
 * What is pressed in the meantime takes effect once all of them are alive, since they follow each other. Astro puts it
 * into the page by itself, so that no press comes too early to be noticed.
 */
export default function interaction(load: Load, _options: unknown, island: HTMLElement): void {
	dress(island);
	if (isAlive) load().then((hydrate) => hydrate());
	else if (sleeping.push(load) === 1) {
		awaitReader();
		whenRead(keepRoom);
	}
}

/** As soon as the text has come; the layout lets nothing be painted before the footer below it. */
function whenRead(act: () => void): void {
	const isRead = () => document.getElementById('footer') !== null;
	if (isRead()) {
		act();
		return;
	}
	const observer = new MutationObserver(() => {
		if (!isRead()) return;
		observer.disconnect();
		act();
	});
	observer.observe(document.body, { childList: true });
}

/** Gives elements what tells readers that they can be pressed: those with `data-with-scripts`, attributes as JSON. */
function dress(island: HTMLElement): void {
	for (const element of island.querySelectorAll<HTMLElement>('[data-with-scripts]')) {
		const attributes = JSON.parse(element.dataset['withScripts'] ?? '{}') as Record<string, unknown>;
		for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
	}
}

function awaitReader(): void {
	const options = { capture: true, passive: true };
	const notice = ({ type, target }: Event) => {
		// What happens beside the text is none of its business, unless it leads there: by the keyboard.
		if (type !== 'keydown' && !(target instanceof Element && target.closest('main'))) return;
		for (const sign of signs) removeEventListener(sign, notice, options);
		comeAlive().finally(release);
	};
	for (const sign of signs) addEventListener(sign, notice, options);
	// Later than those, so that a press that is held is noticed too.
	const release = holdPresses();
}

async function comeAlive(): Promise<void> {
	if (document.readyState === 'loading') {
		await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
	}
	isAlive = true;
	for (const hydrate of await Promise.all(sleeping.map((load) => load()))) {
		await hydrate().catch(reportError);
		// The page answers in between.
		await new Promise((resolve) => setTimeout(resolve));
	}
}
