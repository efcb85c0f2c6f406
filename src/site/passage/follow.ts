import { effect } from '@preact/signals';
import { estimateAt } from '../../experiment/estimate-at.ts';
import type { TimeUnit } from '../format.ts';
import { type ByChoice, chosen } from './by-choice.ts';
import { type Passage, passage } from './passage.ts';
import { valueText } from './value-text.ts';

let isFollowing = false;

/** Lets words, figures and remarks in the text follow their passage from now on, and shows briefly which changed. */
export function followPassages(): void {
	if (isFollowing) return;
	isFollowing = true;
	for (const element of document.querySelectorAll<HTMLElement>('[data-passage][data-words]')) {
		const { passage: experiment = '', start = '', words = '{}' } = element.dataset;
		const here = passage(experiment, start);
		const texts = JSON.parse(words) as ByChoice<string>;
		effect(() => show(element, textOf(element, here, texts)));
	}
}

function textOf({ dataset }: HTMLElement, { choice, otherSeed }: Passage, texts: ByChoice<string>): string {
	const text = chosen(texts, choice.value);
	const other = otherSeed.value;
	const { of, unit, none = '' } = dataset;
	if (other === null || of === undefined) return text;
	return valueText(estimateAt(chosen(other.results, choice.value), of), {
		of,
		unit: unit as TimeUnit | undefined,
		none,
	});
}

function show(element: HTMLElement, text: string): void {
	if (element.textContent === text) return;
	element.textContent = text;
	// Two names for one animation: a change of name begins it again, and nothing has to be measured for it.
	const again = element.dataset['changed'] === 'once';
	element.dataset['changed'] = again ? 'again' : 'once';
}
