import { expect as hasty, type Locator, type Page, test } from '@playwright/test';
import { awaken } from './support/awaken.ts';
import { type Death, deathWords, loseAll, loseNext, starveNext } from './support/mortal-workers.ts';

/** Here faults are meant: nobody watches the console. Until a worker is loaded and lost, a busy machine takes long. */
const expect = hasty.configure({ timeout: 15_000 });

const advice = 'so there is no answer. Try again with a new one, or else reload the page.';

const allDeaths = Object.keys(deathWords) as Death[];
const twoDeaths = ['does not load', 'is gone'] as const;

const labButton = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const labProblem = (page: Page, section: string): Locator => page.locator(`${section} .problem`).first();

/** One kind of worker, who asks it, and how the reader sees it answer. */
interface Client {
	readonly asks: string;
	readonly worker: string;
	readonly address: string;
	/** Makes all ready, so that the next worker is the one that is asked. */
	readonly prepare: (page: Page) => Promise<void>;
	readonly ask: (page: Page) => Promise<void>;
	readonly problem: (page: Page) => Locator;
	readonly answered: (page: Page) => Promise<void>;
}

const schedule = (page: Page) => page.locator('.schedule-figure').first();
const sweep = 'section[aria-labelledby=lab-sweep]';

const clients: readonly Client[] = [
	{
		asks: 'a search in the laboratory',
		worker: 'lab',
		address: 'lab/',
		prepare: async (page) => {
			await expect(page.locator('.lab-digest')).toHaveText(/^[0-9a-f]{16}$/);
			await page.getByLabel('lockers', { exact: true }).fill('3');
			await expect(page).toHaveURL(/lockers=3/);
		},
		ask: (page) => page.locator('.lab-search').click(),
		problem: (page) => labProblem(page, '.lab-verdicts'),
		answered: async (page) => {
			await expect(page.locator('[data-property=victim-completes] .verdict-word')).toHaveText('HOLDS');
			await expect(page.getByLabel('lockers', { exact: true })).toHaveValue('3');
		},
	},
	{
		asks: 'a sweep in the laboratory',
		worker: 'lab',
		address: 'lab/',
		prepare: async (page) => {
			await expect(page.locator('.lab-digest')).toHaveText(/^[0-9a-f]{16}$/);
			await page.locator(`${sweep} summary`).click();
			await page.getByLabel('Values').fill('1, 2, 3');
		},
		ask: (page) => page.locator(sweep).getByRole('button').click(),
		problem: (page) => labProblem(page, sweep),
		answered: async (page) => {
			await expect(page.locator('figure.lab-sweep .lab-chart circle')).toHaveCount(3);
			await expect(page.getByLabel('Values')).toHaveValue('1, 2, 3');
		},
	},
	{
		asks: 'opening the C in the laboratory',
		worker: 'lab',
		address: 'lab/',
		prepare: async (page) => {
			await expect(page.locator('.lab-digest')).toHaveText(/^[0-9a-f]{16}$/);
		},
		ask: (page) => labButton(page, 'Edit the C').click(),
		problem: (page) => labProblem(page, 'section[aria-labelledby=lab-c]'),
		answered: async (page) => {
			await labButton(page, 'Close the editor').click();
			await labButton(page, 'Edit the C').click();
			await expect(page.locator('.lab-editor-place .cm-content')).toContainText('lock');
		},
	},
	{
		asks: 'a verdict of a chapter',
		worker: 'search',
		address: 'chapters/unlucky/',
		prepare: async (page) => {
			await awaken(page);
			const verdict = page.locator('figure.verdict').first();
			await verdict.locator('.verdict-search summary').press('Enter');
			await verdict.getByRole('button', { name: 'More lockers' }).click();
		},
		ask: (page) => page.locator('figure.verdict .verdict-start').first().click(),
		problem: (page) => page.locator('figure.verdict .problem').first(),
		answered: async (page) => {
			const verdict = page.locator('figure.verdict').first();
			await expect(verdict.locator('figcaption')).toContainText('Your own search');
			await expect(verdict.getByRole('spinbutton', { name: 'lockers' })).toHaveValue('3');
		},
	},
	{
		asks: 'another seed',
		worker: 'seed',
		address: 'chapters/unlucky/',
		prepare: async () => {},
		ask: (page) => page.getByRole('button', { name: 'Another seed' }).first().click(),
		problem: (page) => page.locator('.run-line .problem').first(),
		answered: (page) => expect(page.locator('.run-line').first()).toContainText('seed 2'),
	},
	{
		asks: 'the shortest way of a game',
		worker: 'way',
		address: '.',
		prepare: async (page) => {
			await schedule(page).getByRole('button', { name: 'rfc', exact: true }).press('Enter');
			await schedule(page).locator('.schedule-thread').first().focus();
			await page.keyboard.press('1');
			await expect(schedule(page)).toContainText('Your steps as a table: 1');
		},
		ask: (page) => schedule(page).getByRole('button', { name: 'Shortest way', exact: true }).press('Enter'),
		problem: (page) => schedule(page).locator('.schedule-way [role=status]'),
		answered: async (page) => {
			await expect(schedule(page).locator('.schedule-way [role=status]')).toContainText('for ever');
			await expect(schedule(page)).toContainText('Your steps as a table: 1');
		},
	},
];

for (const [index, { asks, worker, address, prepare, ask, problem, answered }] of clients.entries()) {
	// Who asks hears of all deaths in one way: each is tried with the first, and with all others two.
	for (const death of index === 0 ? allDeaths : twoDeaths) {
		test(`${asks}: a worker that ${death} is told, and the next press has another`, async ({ page }) => {
			await page.goto(address, { waitUntil: 'networkidle' });
			await prepare(page);
			await loseNext(page, worker, death);
			await ask(page);
			await expect(problem(page)).toContainText(`${deathWords[death]}, ${advice}`);
			await ask(page);
			await answered(page);
			await expect(page.getByText(deathWords[death])).toHaveCount(0);
		});
	}
}

for (const death of twoDeaths) {
	test(`a run of the laboratory: a worker that ${death} is told, and what was found stays`, async ({ page }) => {
		await page.goto('lab/', { waitUntil: 'networkidle' });
		const digest = page.locator('.lab-digest');
		await expect(digest).toHaveText(/^[0-9a-f]{16}$/);
		const before = await digest.innerText();
		const problem = labProblem(page, 'section[aria-labelledby=lab-results]');
		if (death === 'does not load') {
			// A stopped run has no worker any more.
			await page.getByLabel('seeds', { exact: true }).fill('500');
			await labButton(page, 'Stop the run').click();
			await loseNext(page, 'lab', death);
		} else await loseAll(page, death);
		await page.getByLabel('seeds', { exact: true }).fill('2');
		await expect(problem).toContainText(`${deathWords[death]}, ${advice}`);
		await expect(digest).toHaveText(before);
		await labButton(page, 'Run again').click();
		await expect(digest).not.toHaveText(before);
		await expect(problem).toBeEmpty();
		await expect(page.getByLabel('seeds', { exact: true })).toHaveValue('2');
	});

	test(`a link: a worker that ${death} is told, and a reload has another`, async ({ page }) => {
		await page.goto('about:blank');
		await loseNext(page, 'open', death);
		await page.goto('x/unlucky/#v=1&policy=rfc&m=fc81341e', { waitUntil: 'networkidle' });
		await expect(page.locator('#opened')).toContainText(`${deathWords[death]}, ${advice}`);
		await page.reload({ waitUntil: 'networkidle' });
		await expect(page.locator('#opened-citation')).toBeVisible();
	});
}

for (const death of ['throws', 'rejects', 'is gone'] as const) {
	test(`typing C: a worker that ${death} is told, and what was typed stays and is read`, async ({ page }) => {
		await page.goto('lab/', { waitUntil: 'networkidle' });
		await expect(page.locator('.lab-digest')).toHaveText(/^[0-9a-f]{16}$/);
		await labButton(page, 'Edit the C').click();
		const text = page.locator('.lab-editor-place .cm-content');
		await text.click();
		// Until what follows of itself is done: the run, its address, the small search.
		await expect(page.locator('.lab-small .verdict-word').first()).toHaveText('HOLDS');
		await loseAll(page, death);
		await page.keyboard.press('Control+Home');
		// At one go: letter by letter, a new worker would read what the lost one did not.
		await page.keyboard.insertText('nonsense');
		const problem = labProblem(page, 'section[aria-labelledby=lab-c]');
		await expect(problem).toContainText(`${deathWords[death]}, ${advice}`);
		await expect(text).toContainText('nonsense');
		await page.keyboard.insertText(' more');
		await expect(page.locator('.lab-diagnostics li[data-severity=error]').first()).toContainText('mm/filemap.c:1:');
		await expect(problem).toBeEmpty();
		await expect(text).toContainText('nonsense more');
	});
}

test('a worker that dies between two searches is not missed by the second', async ({ page }) => {
	await page.goto('lab/', { waitUntil: 'networkidle' });
	await page.locator('.lab-search').click();
	const verdict = page.locator('[data-property=victim-completes] .verdict-word');
	await expect(verdict).toHaveText('HOLDS');
	await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.close())));
	await expect.poll(() => page.workers().length).toBe(0);
	await page.getByLabel('policy', { exact: true }).selectOption('rfc');
	await expect(verdict).toHaveText('VIOLATED');
	await expect(page.locator('.problem:not(:empty)')).toHaveCount(0);
});

test('a search that finds no more memory is told, and the next press has another worker', async ({ page }) => {
	await page.goto('lab/', { waitUntil: 'networkidle' });
	await page.getByLabel('lockers', { exact: true }).fill('3');
	await expect(page).toHaveURL(/lockers=3/);
	await starveNext(page, 'lab');
	await page.locator('.lab-search').click();
	await expect(labProblem(page, '.lab-verdicts')).toHaveText(
		/^The browser has no more memory after [\d,]+ states; ask for fewer threads\.$/,
	);
	await page.locator('.lab-search').click();
	await expect(page.locator('[data-property=victim-completes] .verdict-word')).toHaveText('HOLDS');
	await expect(labProblem(page, '.lab-verdicts')).toBeEmpty();
});
