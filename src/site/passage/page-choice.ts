import type { Experiment } from '../../experiment/named-experiments.ts';
import type { Turn } from '../../experiment/turn.ts';

/** The parameters of a page's address. A page's variant has a `key` and a `choice`: where its passages start. */
type Parameters = Readonly<Record<string, string | undefined>>;

/** The choice in which a passage starts on a page: that of the page's address if it can be turned to it, else its recipe's own. */
export function pageChoice({ key, choice }: Parameters, { recipe, turn }: Pick<Experiment, 'recipe' | 'turn'>): string {
	return key === turn.key && choice !== undefined && turn.choices.includes(choice) ? choice : recipe[turn.key];
}

/** The address of a page's variant that starts in a choice, given the page's own address or that of any variant. */
export function variantPath(pathname: string, key: Turn['key'], choice: string): string {
	return `${pathname.replace(/(policy|page-lock|rwsem)\/[^/]+\/$/, '')}${key}/${choice}/`;
}
