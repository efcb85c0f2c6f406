import { expect, test } from 'vitest';
import { type OrderedSource, sourceOrder } from './source-order.ts';

const inOrder = (sources: OrderedSource[]) => sources.sort(sourceOrder).map(({ id }) => id);

test('sourceOrder puts mails in the order in which they were sent', () => {
	const mail = (id: string, messageId: string, date?: string) => ({ id, data: { date, messageId } });
	expect(
		inOrder([
			mail('jerome-2019-01-21', '20190121155536.G@x', '2019-01-21'),
			mail('peter-2019-01-21-rfc', '20190121075722.7945-4-p@x', '2019-01-21'),
			mail('peter-2018-11-21-cover', '20181121062103.1@x'),
			mail('linus-2017-11-01', 'CA+55a@x', '2017-11-01'),
		]),
	).toEqual(['linus-2017-11-01', 'peter-2018-11-21-cover', 'peter-2019-01-21-rfc', 'jerome-2019-01-21']);
});

test('sourceOrder puts changes in the order of releases, unknown ones last', () => {
	const commit = (id: string, release?: string) => ({ id, data: { release } });
	expect(inOrder([commit('a'), commit('b', 'v5.11'), commit('c', 'v5.9'), commit('d', '2.6.37')])).toEqual([
		'd',
		'c',
		'b',
		'a',
	]);
});
