import { render } from 'preact';
import { download } from '../../src/site/lab/hand-over.ts';
import { standAloneSvg } from '../../src/site/lab/stand-alone-svg.ts';
import { announce } from '../../src/site/passage/announce.ts';
import { openInWorker } from '../../src/site/x/open-in-worker.ts';
import type { OpenReport } from '../../src/site/x/opened.ts';
import { withLaneNames } from '../../src/site/x/with-lane-names.ts';
import Opened, { type OpenedState } from './Opened.tsx';

/**
 * Opens a link in its place on the page and shows what becomes of it.
 *
 * @param place says in its data which experiment it is, where the site stands, and the edition
 * @param fragment what the address has behind '#', as it came
 * @returns what makes an end of it
 */
export function showOpened(place: HTMLElement, fragment: string): () => void {
	const { experiment = '', base = '/', revision = '' } = place.dataset;
	const site = new URL(base, location.href).href;
	let state: OpenedState = { stage: 'read', held: null, progress: '' };
	const show = (next: OpenedState) => {
		state = next;
		render(<Opened {...{ state, stop, toLaboratory, saveData, saveDrawing }} />, place);
	};
	const stop = () => {
		close();
		show({ ...state, stage: 'stopped' });
		announce('Stopped.');
	};
	const toLaboratory = () => state.held && location.assign(site + state.held.laboratory);
	const saveData = () => state.found && download(`${experiment}.json`, 'application/json', state.found.data);
	const saveDrawing = () => {
		const drawing = place.querySelector<SVGSVGElement>('.timeline, .lasso > svg');
		if (drawing !== null)
			download(`${experiment}.svg`, 'image/svg+xml', withLaneNames(drawing, standAloneSvg(drawing)));
	};
	const told = (report: OpenReport) => {
		if (report.report === 'held') show({ stage: 'asked', held: report.held, progress: '' });
		if (report.report === 'progress') show({ ...state, progress: report.words });
		if (report.report === 'found') {
			show({ ...state, stage: 'found', found: report.found });
			announce(report.found.comparison.words);
		}
		if (report.report === 'refused') {
			show({ ...state, stage: 'refused', message: report.message });
			announce(`The link cannot be opened: ${report.message}`);
		}
	};
	announce('');
	show(state);
	const close = openInWorker({ address: `x/${experiment}/#${fragment}`, site, revision }, told);
	return close;
}
