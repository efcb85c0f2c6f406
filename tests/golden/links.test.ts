import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { citedEngine } from '../../src/cli/cited-engine.ts';
import { readContent } from '../../src/cli/content.ts';
import { findingsOf, promiseOfFindings } from '../../src/experiment/citation/findings.ts';
import { digest } from '../../src/experiment/digest.ts';
import { compareOpened } from '../../src/experiment/link/compare-opened.ts';
import { decodeLink } from '../../src/experiment/link/decode-link.ts';
import { canonicalText, type Recipe } from '../../src/experiment/recipe.ts';

// links.txt is a list of links, each with what it held and what it came to when it was put there. The links are taken
// from the file, and the file is written anew: it must come out as it is. A link that was ever published must go on
// meaning the same recipe, so that lines are added here and never changed; `vitest -u` is for a new model or engine.
const file = path.join(import.meta.dirname, 'links.txt');
const content = readContent();
const engine = citedEngine(content);

const told = (recipe: Recipe | null) => (recipe === null ? 'none' : digest(canonicalText(recipe), 16));

async function entry(text: string): Promise<string> {
	const link = await decodeLink(text, content);
	const { recipe, base, question, promise } = link;
	const findings = findingsOf(link, engine);
	const asked = question.kind === 'run' ? 'run' : `${question.property} ${question.fairness} ${question.statesMax}`;
	return [
		text,
		`\trecipe ${told(recipe)}, base ${told(base)}, ${asked}`,
		`\tmodel ${findings.result.modelDigest}, digest ${findings.result.digest ?? 'none'}`,
		`\t${compareOpened(promise, promiseOfFindings(link, findings)).words}`,
	].join('\n');
}

test('links of old mean what they meant', async () => {
	const links = readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => /^\S/.test(line));
	expect(links.length).toBeGreaterThanOrEqual(40);
	const entries: string[] = [];
	for (const link of links) entries.push(await entry(link));
	await expect(`${entries.join('\n')}\n`).toMatchFileSnapshot(file);
});
