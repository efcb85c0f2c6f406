import type { RemoteBrowser } from './remote-browser.ts';

/** More presses of the Tab key than this is no way to get anywhere. */
const TABS_MAX = 300;

/** The longest that anything may take to be seen, and the pause between two looks, in ms. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/** An element: the first that fits a selector and, if given, is called or reads just so. */
export interface Place {
	readonly selector: string;
	readonly words?: string;
}

/** Somebody at the keyboard of a browser. Each of these throws an Error that says what was waited for in vain. */
export class Reader {
	readonly #browser: RemoteBrowser;

	constructor(browser: RemoteBrowser) {
		this.#browser = browser;
	}

	open(address: string): Promise<void> {
		return this.#browser.open(address);
	}

	async press(key: string, times = 1): Promise<void> {
		for (let presses = 0; presses < times; presses++) await this.#browser.press(key);
	}

	async type(text: string): Promise<void> {
		for (const character of text) await this.#browser.press(character);
	}

	/** Presses Tab until a place has the focus. */
	async tabTo(place: Place): Promise<void> {
		for (let presses = 0; presses < TABS_MAX; presses++) {
			if ((await this.#look(place))?.isFocused) return;
			await this.#browser.press('Tab');
		}
		throw new Error(`${TABS_MAX} presses of Tab do not lead to ${called(place)}`);
	}

	/** Waits until a place holds a text; returns all that it holds. */
	async sees(place: Place, text: string | RegExp): Promise<string> {
		let seen: string | undefined;
		for (let waited_ms = 0; waited_ms < PATIENCE_MS; waited_ms += PAUSE_MS) {
			// A page that is left while it is looked at shows nothing.
			seen = (await this.#look(place).catch(() => null))?.text;
			if (seen !== undefined && (typeof text === 'string' ? seen.includes(text) : text.test(seen))) return seen;
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
		}
		throw new Error(`${called(place)} should show ${text}, shows ${seen?.slice(0, 300) ?? 'nothing'}`);
	}

	/** Chooses in a list, not by keys: how they turn it is the browser's, and not everywhere to be had from outside. */
	choose(list: Place, value: string): Promise<void> {
		return this.#browser.evaluate(
			({ selector, value }) => {
				const found = document.querySelector<HTMLSelectElement>(selector);
				if (found === null) throw new Error(`no list at ${selector}`);
				found.value = value;
				if (found.value !== value) throw new Error(`no choice ${value} at ${selector}`);
				found.dispatchEvent(new Event('change', { bubbles: true }));
			},
			{ selector: list.selector, value },
		);
	}

	/** Leaves nothing of what the site remembers. */
	forget(): Promise<void> {
		return this.#browser.evaluate(() => localStorage.clear(), null);
	}

	/** Puts a text in where the focus is, as a paste does. */
	insert(text: string): Promise<void> {
		return this.#browser.evaluate((inserted) => {
			const field = document.activeElement;
			if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field for text has the focus');
			field.setRangeText(inserted);
			field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
		}, text);
	}

	/** The lines that an editor shows, which stands in a shadow of its own. */
	linesOf(editor: Place): Promise<string[]> {
		return this.#browser.evaluate((selector) => {
			const lines = document.querySelector(selector)?.shadowRoot?.querySelectorAll('.cm-line') ?? [];
			return [...lines].map((line) => line.textContent ?? '');
		}, editor.selector);
	}

	#look({ selector, words }: Place) {
		return this.#browser.evaluate(
			({ selector, words }) => {
				const found = [...document.querySelectorAll(selector)].find(
					(each) => words === null || (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() === words,
				);
				return found === undefined
					? null
					: { isFocused: found === document.activeElement, text: found.textContent ?? '' };
			},
			{ selector, words: words ?? null },
		);
	}
}

function called({ selector, words }: Place): string {
	return words === undefined ? selector : `'${words}' (${selector})`;
}
