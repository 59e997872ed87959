/** The journeys of a person through the running portal: whole, by pointer and by keyboard alone, in Arabic on a phone, without a network. */
import { readFileSync } from 'node:fs';
import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import { startProxy } from '@testamur/testing/product';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier, seeResults } from './journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
const SLOW = { timeout: 180_000 };

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

/** How she acts: every step of a journey goes through one of these, so that the keyboard has to do what the pointer does. */
type Hand = {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  tick(target: Locator): Promise<void>;
  choose(target: Locator, option: string): Promise<void>;
  nextRadio(group: Locator): Promise<void>;
  /** The dialog of a field for files. */
  browse(input: Locator): Promise<void>;
};

const pointer: Hand = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  tick: (target) => target.click(),
  choose: async (target, label) => {
    await target.selectOption({ label });
  },
  nextRadio: (group) => group.getByRole('radio').nth(1).check(),
  // The field itself is not to be seen; its label is the button.
  browse: (input) => input.locator('xpath=ancestor::label').click(),
};

const MOST_STOPS = 700;

/** Walks with Tab alone, as somebody does who has no pointer: what cannot be reached so fails the journey. */
async function walkTo(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  let held = await target.elementHandle();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const state = await held?.evaluate((element) =>
      element === document.activeElement ? 'reached' : element.isConnected ? 'ahead' : 'drawn anew',
    );
    if (state === 'reached') return;
    if (state === 'drawn anew') held = await target.elementHandle();
    else await keyboard.press('Tab');
  }
  throw new Error(`Not reached by keyboard: ${target}`);
}

const keyboard: Hand = {
  press: async (target) => {
    await walkTo(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (target, text) => {
    await walkTo(target);
    await target.page().keyboard.press('Control+a');
    await target.page().keyboard.type(text);
  },
  tick: async (target) => {
    await walkTo(target);
    await target.page().keyboard.press('Space');
  },
  choose: async (target, option) => {
    await walkTo(target);
    await target.page().keyboard.type(option);
    await target.page().keyboard.press('Enter');
  },
  nextRadio: async (group) => {
    await walkTo(group.getByRole('radio').first());
    await group.page().keyboard.press('ArrowDown');
  },
  browse: async (input) => {
    await walkTo(input);
    await input.page().keyboard.press('Enter');
  },
};

type Walk = { readonly page: Page; readonly hand: Hand };

const rowOf = (page: Page, name: string) => page.locator('main table tbody tr', { hasText: name }).first();
const seeWays = (page: Page) =>
  page
    .getByText('being computed')
    .first()
    .waitFor({ state: 'detached', ...SLOW });
const stepTitles = (page: Page) => page.locator('main ol > li h4').allInnerTexts();
const waysOf = (page: Page) => page.getByRole('group', { name: 'Ways, by cost and time' });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('testamur.session') ?? '{}');
const keptDossier = async (page: Page) => (JSON.parse(await kept(page)) as { dossier?: unknown }).dossier;
/** What the list says of each authority, by name: in the list they move while their ways become known. */
const statuses = (page: Page) =>
  page
    .locator('main table tbody tr')
    .evaluateAll((rows) =>
      rows
        .map(
          (row) => `${row.querySelector('th a')?.textContent}: ${row.querySelector('.badge')?.textContent}`,
        )
        .sort(),
    );

async function saved(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

async function goTo({ page, hand }: Walk, name: string): Promise<void> {
  await hand.press(page.getByRole('banner').getByRole('link', { name, exact: true }));
}

async function enterByHand({ page, hand }: Walk): Promise<void> {
  await hand.write(page.getByRole('combobox', { name: /medical school/ }), 'bangalore med');
  await page.getByRole('option').first().waitFor();
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.getByText('Bangalore Medical College').first().waitFor();
  await hand.write(page.getByRole('textbox', { name: 'Year' }), '2019');
  await hand.choose(page.getByRole('combobox', { name: /citizenships/i }), 'India');
  const chosen = page.getByRole('list', { name: /Chosen/ });
  await chosen.getByText('India').waitFor();
  await hand.press(page.getByRole('link', { name: 'See where you stand now' }));
  await seeResults(page);
  expect(await keptDossier(page)).toMatchObject({ person: { citizenships: ['IN'] } });
}

async function openFile({ page, hand }: Walk, file: { name: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    hand.browse(page.getByLabel('Open a dossier file')),
  ]);
  await chooser.setFiles({ ...file, mimeType: 'application/json' });
}

async function takeSample(walk: Walk): Promise<void> {
  const { page } = walk;
  await goTo(walk, 'Your dossier');
  await openFile(walk, {
    name: 'resident.json',
    buffer: Buffer.from(JSON.stringify(sampleDossier('resident'))),
  });
  await page.getByText('resident.json was taken over').waitFor();
  expect(await keptDossier(page)).toEqual(sampleDossier('resident'));
}

async function askWhyNot(walk: Walk): Promise<void> {
  const { page, hand } = walk;
  await goTo(walk, 'Results');
  await seeResults(page);
  await seeWays(page);
  const links = page.locator('figure svg a');
  await links.first().waitFor();
  expect(await links.count()).toBe(await page.locator('main table tbody tr').count());
  const kenya = rowOf(page, 'Kenya');
  await hand.press(kenya.locator('summary', { hasText: 'Why not?' }));
  await kenya.getByText('The smallest change').first().waitFor();
}

/** From the map to the other way; the steps that she chose. */
async function chooseAnotherWay({ page, hand }: Walk): Promise<string[]> {
  await hand.press(page.locator('figure svg a[aria-label^="United Kingdom"]'));
  await page.getByRole('heading', { level: 1, name: 'United Kingdom' }).waitFor();
  await waysOf(page).waitFor(SLOW);
  const first = await stepTitles(page);
  await hand.nextRadio(waysOf(page));
  await expect.poll(() => stepTitles(page)).not.toEqual(first);
  return stepTitles(page);
}

async function compare(walk: Walk): Promise<void> {
  const { page, hand } = walk;
  await goTo(walk, 'Results');
  await seeResults(page);
  for (const name of ['Germany', 'Texas'])
    await hand.tick(page.getByRole('checkbox', { name: `Compare ${name}` }));
  await hand.press(page.getByRole('link', { name: 'Compare them' }));
  const heads = page.locator('main thead th a');
  await expect.poll(() => heads.allInnerTexts()).toEqual(['Germany', 'Texas']);
  await seeWays(page);
  const cost = page.getByRole('row', { name: /^EUR/ }).locator('td').first();
  expect(await cost.innerText()).toMatch(/\d/);
}

async function adjust(walk: Walk): Promise<void> {
  const { page, hand } = walk;
  await goTo(walk, 'Results');
  await seeResults(page);
  const before = await kept(page);
  await hand.press(page.locator('summary', { hasText: 'What if…' }));
  const steps = page.getByLabel('As if this step were done');
  const wanted = await steps.locator('option[value="step.de.fsp"]').innerText();
  await hand.choose(steps, wanted);
  const nearer = page.getByText(/routes? nearer/).first();
  await nearer.waitFor(SLOW);
  await hand.press(page.getByRole('button', { name: 'Undo the last' }));
  await nearer.waitFor({ state: 'detached' });
  expect(await kept(page)).toBe(before);
}

async function wish({ page, hand }: Walk): Promise<void> {
  await hand.press(page.locator('summary', { hasText: 'Your wishes' }));
  await hand.choose(page.getByLabel('Not in these countries'), 'United Kingdom');
  const left = rowOf(page, 'United Kingdom').getByText('No route without United Kingdom.');
  await left.waitFor(SLOW);
  await hand.press(page.getByRole('button', { name: 'Take all wishes back' }));
  await left.waitFor({ state: 'detached', ...SLOW });
}

async function exportAndImport(walk: Walk): Promise<void> {
  const { page, hand } = walk;
  await goTo(walk, 'Your dossier');
  const download = await saved(page, () =>
    hand.press(page.getByRole('button', { name: 'Download your dossier' })),
  );
  await hand.press(page.getByRole('button', { name: 'Clear everything' }));
  await hand.press(page.getByRole('button', { name: 'Yes, clear it' }));
  await page.getByText('Everything you had entered is gone').waitFor();
  expect(await keptDossier(page)).toBeUndefined();
  await openFile(walk, { name: 'mine.json', buffer: readFileSync(await download.path()) });
  await page.getByText('mine.json was taken over').waitFor();
  expect(await keptDossier(page)).toEqual(sampleDossier('resident'));
}

/** Another browser opens the link and is told the same of every authority. */
async function sendLink({ page, hand }: Walk): Promise<void> {
  const passphrase = 'seven quiet rivers';
  await hand.press(page.locator('summary', { hasText: 'A private link to your dossier' }));
  await hand.write(page.getByRole('textbox', { name: 'Passphrase' }), passphrase);
  await hand.press(page.getByRole('button', { name: 'Make the link' }));
  const box = page.getByRole('textbox', { name: 'Private link' });
  await box.waitFor();
  const other = await openPage(browser, await box.inputValue());
  await hand.write(other.page.getByRole('textbox', { name: 'Passphrase' }).first(), passphrase);
  await hand.press(other.page.getByRole('button', { name: 'Open it' }));
  await other.page.getByText('The dossier of the link was taken over').waitFor();
  const told: string[][] = [];
  for (const each of [page, other.page]) {
    await goTo({ page: each, hand }, 'Results');
    await seeResults(each);
    told.push(await statuses(each));
  }
  expect(told[0]).toEqual(told[1]);
  expect(other.faults).toEqual([]);
  await other.close();
}

async function putOnPaper({ page, hand }: Walk, chosen: readonly string[]): Promise<void> {
  await hand.press(rowOf(page, 'United Kingdom').locator('th a'));
  await waysOf(page).waitFor(SLOW);
  await hand.nextRadio(waysOf(page));
  await expect.poll(() => stepTitles(page)).toEqual(chosen);
  await page.emulateMedia({ media: 'print' });
  expect(await stepTitles(page)).toEqual(chosen);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('banner').getByRole('link', { name: 'Schools' }).count()).toBe(0);
  expect((await page.pdf({ tagged: true })).toString('latin1')).toMatch(/^%PDF-[\s\S]*\/StructTreeRoot/);
  await page.emulateMedia({ media: 'screen' });
  await hand.press(page.getByRole('button', { name: /^PDF/ }));
  const pdf = await saved(page, () => hand.press(page.getByRole('button', { name: /make the PDF/ })));
  expect(readFileSync(await pdf.path()).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*<pdfuaid:part>1</);
}

describe.each([
  ['by pointer', pointer],
  ['by keyboard alone', keyboard],
])('a doctor goes %s', (_name, hand) => {
  it('from her degree over results, why not, a route, a comparison, what if and wishes to her file, a link, paper and the PDF', async () => {
    const watched = await openPage(browser, at('/'), {
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'allow',
    });
    const walk = { page: watched.page, hand };
    const sent: string[] = [];
    walk.page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/api/')) sent.push(new URL(request.url()).pathname);
    });
    await enterByHand(walk);
    await takeSample(walk);
    await askWhyNot(walk);
    const chosen = await chooseAnotherWay(walk);
    await compare(walk);
    await adjust(walk);
    await wish(walk);
    await exportAndImport(walk);
    await sendLink(walk);
    await putOnPaper(walk, chosen);
    // The one thing that she sent, after the notice.
    expect(sent).toEqual(['/api/documents/plan']);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });
});

describe('in Arabic on a phone', () => {
  const WHOLE: readonly (readonly [string, string])[] = [
    ['/ar', 'main input'],
    ['/ar/dossier', 'main input'],
    ['/ar/results', 'main figure svg a'],
    ['/ar/results/gb', 'main td.months svg'],
    ['/ar/compare?with=gb,de', 'main :is(td, dd)'],
    ['/ar/rules/gb', 'main h1'],
    ['/ar/reach/gb', 'main :is(td, dd)'],
    ['/ar/schools/sch-pk-m25bwdk', 'main h1'],
  ];
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

  it.each(WHOLE)(
    '%s runs from right to left, does not scroll sideways, and has no barrier',
    async (path, ready) => {
      const watched = await openPage(browser, at('/ar/about'), {
        viewport: { width: 390, height: 844 },
        serviceWorkers: 'allow',
      });
      const { page } = watched;
      await page.waitForLoadState('networkidle');
      await rememberDossier(page, sampleDossier('resident'));
      await page.goto(at(path));
      await page.locator(ready).first().waitFor(SLOW);
      for (const summary of await page.locator('main summary:visible').all()) await summary.click();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await page.locator('main h1').evaluate((title) => getComputedStyle(title).direction)).toBe(
        'rtl',
      );
      expect(await page.locator('html').getAttribute('lang')).toBe('ar');
      expect(await page.evaluate(overflow)).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      expect(watched.faults).toEqual([]);
      await watched.close();
    },
  );
});

describe('with the network cut in the middle', () => {
  it('a reload brings results, route and comparison back as they were', async () => {
    const line = await startProxy(inject('productUrl'), (host) => ({ host }));
    const watched = await openPage(browser, `${line.url}/dossier`, { serviceWorkers: 'allow' });
    const { page } = watched;
    await rememberDossier(page, sampleDossier('resident'));
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
    const look = async (): Promise<unknown> => {
      await page.goto(`${line.url}/results`);
      await seeResults(page);
      await seeWays(page);
      const list = await page.locator('main table tbody tr').allInnerTexts();
      await page.goto(`${line.url}/compare?with=gb,de`);
      await seeResults(page);
      await seeWays(page);
      const side = await page.locator('main table').first().innerText();
      await page.goto(`${line.url}/results/gb`);
      await waysOf(page).waitFor(SLOW);
      return { list, side, steps: await stepTitles(page) };
    };
    const before = await look();
    await line.stop();
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('You are offline').waitFor();
    await waysOf(page).waitFor(SLOW);
    expect(await look()).toEqual(before);
    await watched.close();
  });
});
