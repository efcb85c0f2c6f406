/** A time as its control shows it: a form, and its numbers in us, as typed. */
export interface TimeFields {
	readonly form: TimeForm;
	readonly numbers: readonly string[];
}

export const timeForms = { always: 'always', uniform: 'evenly from … to', exponential: 'at random, around' } as const;
export type TimeForm = keyof typeof timeForms;

/** Takes a time's text apart; what is no number stays as it is. */
export function timeFields(text: string): TimeFields {
	const [form = '', ...numbers] = text.split(':');
	if (form === 'uniform' || form === 'exponential') {
		const wanted = form === 'uniform' ? 2 : 1;
		return { form, numbers: Array.from({ length: wanted }, (_, index) => microseconds(numbers[index] ?? '')) };
	}
	return { form: 'always', numbers: [microseconds(text)] };
}

/** Puts a time's text together again. */
export function timeText({ form, numbers }: TimeFields): string {
	const all = numbers.map(nanoseconds);
	return form === 'always' ? (all[0] ?? '') : [form, ...all].join(':');
}

/** The same time, or nearly, in another form. */
export function inForm({ numbers }: TimeFields, form: TimeForm): TimeFields {
	const [first = '', last = first] = numbers;
	const value = Number(first);
	const to = numbers.length > 1 ? last : String(Number.isFinite(value) ? value * 2 : first);
	return { form, numbers: form === 'uniform' ? [first, to] : [first] };
}

function microseconds(ns: string): string {
	return /^\d+$/.test(ns) ? String(Number(ns) / 1000) : ns.replace(/ us$/, '');
}

/** What is no time keeps a mark that makes it none. */
function nanoseconds(us: string): string {
	const ns = Number(us) * 1000;
	return us.trim() !== '' && Number.isFinite(ns) ? String(Math.round(ns)) : `${us} us`;
}
