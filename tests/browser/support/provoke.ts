import type { Page } from '@playwright/test';

/** A host that is not the site's; the tests answer for it. */
const STRANGER = 'http://stranger.test';

/** What a page may be brought to do if a stranger's text gets into it; each by what the browser calls its directive. */
export const provocations = {
	'inline script': 'script-src-elem',
	'inline handler': 'script-src-attr',
	'address that is a script': 'script-src-elem',
	'text that is evaluated': 'script-src',
	'script from outside': 'script-src-elem',
	'inline style': 'style-src-elem',
	'style attribute': 'style-src-attr',
	'image from outside': 'img-src',
	'image in an address': 'img-src',
	'request to outside': 'connect-src',
	'page in a frame': 'frame-src',
	'form sent outside': 'form-action',
	'other base': 'base-uri',
} as const;

export interface Provoked {
	/** What the page did after all. */
	readonly done: string[];
	/** Directives that refused something, as the browser tells. */
	readonly refused: string[];
	/** Requests that went out to the stranger. */
	readonly requests: string[];
}

/** Tries all of it on the page that is open, and tells what came of it. */
export async function provoke(page: Page): Promise<Provoked> {
	const requests: string[] = [];
	await page.route(`${STRANGER}/**`, async (route) => {
		const { pathname } = new URL(route.request().url());
		requests.push(pathname);
		const headers = { 'access-control-allow-origin': '*' };
		if (pathname === '/script.js') {
			await route.fulfill({ headers, contentType: 'text/javascript', body: "window.done.push('script from outside')" });
		} else if (pathname === '/image.svg') {
			await route.fulfill({ headers, contentType: 'image/svg+xml', body: drawing });
		} else {
			await route.fulfill({ headers, contentType: 'text/html', body: '<p>A stranger.</p>' });
		}
	});
	const seen = await page.evaluate(provokeInPage, { stranger: STRANGER, drawing });
	return { ...seen, requests };
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

/** Runs in the page: it can use nothing from outside itself. */
async function provokeInPage({ stranger, drawing }: { stranger: string; drawing: string }) {
	const done: string[] = [];
	Object.assign(window, { done });
	const refused: string[] = [];
	document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));

	const place = document.body.appendChild(document.createElement('div'));
	const add = <Name extends keyof HTMLElementTagNameMap>(
		name: Name,
		set: (element: HTMLElementTagNameMap[Name]) => void,
	) => {
		const element = document.createElement(name);
		set(element);
		place.append(element);
		return element;
	};
	const note = (what: string) => () => done.push(what);

	add('script', (script) => {
		script.text = "window.done.push('inline script')";
	});
	place.insertAdjacentHTML('beforeend', `<img src="no-such-image" onerror="window.done.push('inline handler')">`);
	add('a', (link) => {
		link.href = "javascript:window.done.push('address that is a script')";
	}).click();
	add('script', (script) => {
		script.src = `${stranger}/script.js`;
	});
	// In a task of its own: what the test itself evaluates is let through.
	setTimeout("window.done.push('text that is evaluated')");
	add('style', (style) => {
		style.textContent = '.provoked { color: rgb(1, 2, 3) }';
	});
	place.insertAdjacentHTML('beforeend', '<p class="provoked" style="opacity: 0.5"></p>');
	add('img', (image) => {
		image.onload = note('image from outside');
		image.src = `${stranger}/image.svg`;
	});
	add('img', (image) => {
		image.onload = note('image in an address');
		image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
	});
	fetch(`${stranger}/request`).then(note('request to outside'), () => undefined);
	add('iframe', (frame) => {
		frame.name = 'provoked';
		frame.src = `${stranger}/frame`;
	});
	add('iframe', (frame) => {
		frame.name = 'answer';
	});
	add('form', (form) => {
		form.action = `${stranger}/form`;
		form.target = 'answer';
	}).submit();
	add('base', (base) => {
		base.href = `${stranger}/base/`;
	});

	await new Promise((resolve) => setTimeout(resolve, 500));
	const paragraph = getComputedStyle(place.querySelector('.provoked') as Element);
	if (paragraph.color === 'rgb(1, 2, 3)') done.push('inline style');
	if (paragraph.opacity === '0.5') done.push('style attribute');
	if (document.baseURI.startsWith(stranger)) done.push('other base');
	return { done: [...new Set(done)], refused: [...new Set(refused)] };
}
