/** Room for the names of a drawing's lanes, and the size of their letters, in px. */
const ROOM = 96;
const LETTERS = 13;

/**
 * A drawing whose lanes are named beside it, on the page, as an SVG file that names them itself. One that does so
 * already stays as it is.
 *
 * @param file the drawing as an SVG file
 */
export function withLaneNames(drawing: SVGSVGElement, file: string): string {
	const names = drawing.parentElement?.querySelectorAll<HTMLElement>('.lasso-names > span') ?? [];
	if (names.length === 0) return file;
	const { top, width, height } = drawing.getBoundingClientRect();
	const { documentElement: inner } = new DOMParser().parseFromString(file, 'image/svg+xml');
	const outer = drawing.cloneNode() as SVGSVGElement;
	outer.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	outer.setAttribute('width', String(Math.round(width) + ROOM));
	outer.setAttribute('height', String(Math.round(height)));
	const paper = inner.firstElementChild;
	if (paper !== null) outer.append(paper);
	for (const name of names) {
		const place = name.getBoundingClientRect();
		const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
		text.textContent = name.querySelector('.lasso-name')?.textContent ?? '';
		text.setAttribute('y', String(Math.round(place.top + place.height / 2 - top + LETTERS / 3)));
		text.setAttribute('font-family', 'serif');
		text.setAttribute('font-size', String(LETTERS));
		text.setAttribute('fill', getComputedStyle(name).color);
		outer.append(text);
	}
	inner.setAttribute('x', String(ROOM));
	outer.append(inner);
	return `${new XMLSerializer().serializeToString(outer)}\n`;
}
