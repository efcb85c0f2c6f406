/** A browser with one page, as the scripts of this folder use it, whichever protocol it speaks. */
export interface RemoteBrowser {
	/** As it calls itself, with its version. */
	readonly name: string;
	/** Opens an address and waits until it is loaded. */
	readonly open: (address: string) => Promise<void>;
	/**
	 * Runs a function in the page, with an argument that JSON can hold, and returns what it resolves to. The function can
	 * use nothing from outside itself. Throws Error if it does.
	 */
	readonly evaluate: <Argument, Value>(
		act: (argument: Argument) => Value,
		argument: Argument,
	) => Promise<Awaited<Value>>;
	/** Presses a key, by its name in the DOM ('Tab', 'ArrowUp') or the character it writes; 'Control+Home' holds one down. */
	readonly press: (key: string) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** The keys that WebDriver knows by characters of its own. */
const keyCharacters: Readonly<Record<string, string>> = {
	Backspace: '\uE003',
	Tab: '\uE004',
	Enter: '\uE006',
	Shift: '\uE008',
	Control: '\uE009',
	End: '\uE010',
	Home: '\uE011',
	ArrowLeft: '\uE012',
	ArrowUp: '\uE013',
	ArrowRight: '\uE014',
	ArrowDown: '\uE015',
};

/** Pressing a key as both kinds of WebDriver put it. */
export function keyActions(key: string) {
	const values = key.split(/(?<=.)\+/).map((name) => keyCharacters[name] ?? name);
	const actions = [
		...values.map((value) => ({ type: 'keyDown', value })),
		...values.toReversed().map((value) => ({ type: 'keyUp', value })),
	];
	return [{ type: 'key', id: 'keyboard', actions }];
}

/** The expression that calls a function with its argument and gives the promise of its result as JSON. */
export function calling(act: (argument: never) => unknown, argument: unknown): string {
	return `Promise.resolve((${act})(${JSON.stringify(argument)})).then((value) => JSON.stringify(value ?? null))`;
}
