/** What of a drawing's look is the page's, and must go along with it. */
const properties = [
	'fill',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'font-size',
	'font-weight',
	'text-anchor',
] as const;

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** A drawing of the page as an SVG file of its own: its looks in attributes, its hatchings inside, on paper. */
export function standAloneSvg(drawing: SVGSVGElement): string {
	const copy = drawing.cloneNode(true) as SVGSVGElement;
	const { width, height } = drawing.getBoundingClientRect();
	copy.setAttribute('xmlns', NAMESPACE);
	copy.setAttribute('width', String(Math.round(width)));
	copy.setAttribute('height', String(Math.round(height)));
	copyLooks(drawing, copy);
	const patterns = document.querySelector('.state-patterns defs');
	if (patterns !== null) {
		const defs = patterns.cloneNode(true) as Element;
		copyLooks(patterns, defs);
		copy.prepend(defs);
	}
	const paper = document.createElementNS(NAMESPACE, 'rect');
	paper.setAttribute('width', '100%');
	paper.setAttribute('height', '100%');
	paper.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor);
	copy.prepend(paper);
	copy.setAttribute('font-family', 'serif');
	return `${new XMLSerializer().serializeToString(copy)}\n`;
}

function copyLooks(from: Element, to: Element): void {
	const looks = getComputedStyle(from);
	for (const name of properties) {
		const value = looks.getPropertyValue(name);
		if (value !== '') to.setAttribute(name, value);
	}
	const pairs = [...from.children].map((child, index) => [child, to.children[index]] as const);
	for (const [child, copied] of pairs) if (copied !== undefined) copyLooks(child, copied);
}
