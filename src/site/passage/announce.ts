let region: HTMLElement | undefined;

/** Tells those who listen to the page one sentence, politely. The place for it is outside the text. */
export function announce(sentence: string): void {
	if (region === undefined) {
		region = document.createElement('div');
		region.className = 'visually-hidden';
		region.setAttribute('role', 'status');
		document.body.append(region);
	}
	region.textContent = sentence;
}
