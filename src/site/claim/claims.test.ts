import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate } from 'satteri';
import { expect, test } from 'vitest';
import { readClaims } from '../../experiment/claim/claims.ts';
import { hastPlugins } from '../../markdown/plugins.ts';
import { typedNumbers } from '../../markdown/typed-numbers.ts';
import { sourceKeys } from '../../sources/source-keys.ts';
import { claimNamed, judgedClaim, requireSaid, siteClaims } from './claims.ts';

const folder = new URL('../../../tests/fixtures/claims/', import.meta.url);
const read = (file: string) => readFileSync(fileURLToPath(new URL(file, folder)), 'utf8');
const [wrongClaim] = readClaims({ 'wrong-claim': read('wrong-claim.json') });

type Guard = (props: { that: string | string[]; of: string; place: string }) => void;

/** Renders the fixture chapter as the site does a chapter, for the sake of one kind of guard; returns what stopped it. */
async function stopOf(components: Record<string, Guard>): Promise<string> {
	const render = (type: unknown, props: unknown) => (typeof type === 'function' ? type(props) : null);
	const content = read('wrong-chapter.mdx').replace(/^---[\s\S]*?---/, (head) => head.replace(/[^\n]/g, ' '));
	const { default: Content } = await evaluate(content, {
		hastPlugins,
		fileURL: new URL('wrong-chapter.mdx', folder),
		Fragment: 'fragment',
		jsx: render,
		jsxs: render,
	});
	try {
		(Content as (props: object) => void)({ components: { Says: () => {}, Claim: () => {}, ...components } });
	} catch (error) {
		return (error as Error).message;
	}
	return 'nothing';
}

test('a guarded sentence that is not so stops its chapter, naming line, expected and found', async () => {
	expect(await stopOf({ Says: ({ that, place }) => requireSaid([that].flat(), place) })).toBe(
		[
			'tests/fixtures/claims/wrong-chapter.mdx:7: the engine says otherwise. Mend the sentence, then its checks.',
			'  unlucky --policy rfc: victim-completes is HOLDS',
			'    expected HOLDS, found VIOLATED; see bin/polite check unlucky --policy rfc',
		].join('\n'),
	);
});

test('a claim that is not so stops its chapter, naming line, file, expected and found', async () => {
	if (wrongClaim === undefined) throw new Error('the fixture has a claim');
	const message = await stopOf({ Claim: ({ place }) => judgedClaim(wrongClaim, place) });
	expect(message).toMatch(
		/^tests\/fixtures\/claims\/wrong-chapter\.mdx:12: content\/claims\/wrong-claim\.json: the engine says otherwise\./,
	);
	expect(message).toMatch(
		/\n {4}expected \d+ ns within 10 %, found \d+ ns; see bin\/polite run unlucky --policy rfc and /,
	);
	expect(message).not.toContain('retriesInAll');
});

test('a claim that nobody wrote stops its chapter, naming the one that was meant', async () => {
	expect(await stopOf({ Claim: ({ place }) => claimNamed('in-lime', place) })).toBe(
		"tests/fixtures/claims/wrong-chapter.mdx:12: there is no claim 'in-lime'; did you mean in-line? To add it, write content/claims/in-lime.json.",
	);
});

test('a condition that cannot be asked names the place where it stands', () => {
	expect(() => requireSaid(['unlucky: victim is HOLDS'], 'here.mdx:3')).toThrow(
		/^here\.mdx:3: 'unlucky: victim is HOLDS': a search has no 'victim'/,
	);
});

// Whether they stand is asked when the site is built, and by `bin/polite claims`.
test.each(siteClaims())('the claim $name is somebody’s, and types no figure', ({ by, sentence, because }) => {
	expect(['this site', ...sourceKeys()]).toContain(by);
	expect(typedNumbers(`${sentence} ${because}`)).toEqual([]);
});
