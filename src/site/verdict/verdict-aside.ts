import { assumptionWords } from '../../experiment/assumption-words.ts';
import type { PropertyResult } from '../../experiment/check.ts';
import { rescueWords } from './scheduler-needed.ts';

/** What stands beside a verdict in a table: under what it holds, or what would end that; that it is about nobody. */
export function verdictAside({ verdict, weakestAssumption, vacuous }: PropertyResult): string {
	if (vacuous) return 'no such thread is there';
	if (weakestAssumption === null) return '';
	return verdict === 'HOLDS' ? assumptionWords[weakestAssumption] : rescueWords[weakestAssumption];
}
