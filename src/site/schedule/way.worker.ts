import { prepareCheck } from '../../experiment/prepare-check.ts';
import { WaySearch } from '../../experiment/schedule/shortest-way.ts';
import { siteContent } from '../content.ts';
import { experimentNamed } from '../passage/experiment.ts';
import { hearOrders } from '../worker/hear-orders.ts';
import type { WayAnswer, WayRequest } from './way-request.ts';

/** Searches for the shortest way from where a game stands, away from the page, which stays quick. */
hearOrders<WayRequest>(({ experiment, choice, history }) => {
	const tell = (answer: WayAnswer) => self.postMessage(answer);
	try {
		const { recipe, turn } = experimentNamed(experiment);
		const search = new WaySearch(prepareCheck({ ...recipe, [turn.key]: choice }, siteContent));
		while (!search.advance()) tell({ kind: 'progress', states: search.progress.states });
		tell({ kind: 'way', way: search.from(history) });
	} catch (error) {
		tell({ kind: 'problem', problem: `The shortest way could not be found: ${(error as Error).message}` });
	}
});
