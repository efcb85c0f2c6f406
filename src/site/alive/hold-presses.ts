/** What islands answer to. */
const presses = ['click', 'keydown', 'pointerdown', 'input', 'toggle'] as const;

/**
 * Keeps what is pressed in islands from them; returns what gives it to them, in order, and ends the holding. What the
 * browser does by itself it does at once.
 */
export function holdPresses(): () => void {
	const held: { event: Event; target: Element; value: string | undefined }[] = [];
	const hold = (event: Event) => {
		const { target } = event;
		if (!(target instanceof Element && target.closest('astro-island')) || isBrowsers(event, target)) return;
		event.stopImmediatePropagation();
		if (event.type === 'click' || event.type === 'keydown') event.preventDefault();
		held.push({ event, target, value: target instanceof HTMLInputElement ? target.value : undefined });
	};
	for (const press of presses) addEventListener(press, hold, true);

	return () => {
		for (const press of presses) removeEventListener(press, hold, true);
		for (const { event, target, value } of held) {
			if (value !== undefined && event.type === 'input') (target as HTMLInputElement).value = value;
			// An event can be sent once only; its likeness is made from it.
			target.dispatchEvent(new (event.constructor as typeof Event)(event.type, event));
		}
	};
}

/** Whether a press is the browser's to answer: following a link, unfolding, scrolling, going on to what is next. */
function isBrowsers(event: Event, target: Element): boolean {
	if (event.type === 'click') return target.closest('a, summary, label, input, select') !== null;
	if (!(event instanceof KeyboardEvent)) return false;
	const { key, altKey, ctrlKey, metaKey } = event;
	if (key === 'Tab' || ctrlKey || metaKey || (altKey && target.role !== 'combobox')) return true;
	// Enter and Space press a button, which is a click.
	if (key === 'Enter' || key === ' ') return target.matches('a, summary, button');
	return !target.matches('[role=combobox], input, button');
}
