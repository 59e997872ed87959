import { readFileSync } from 'node:fs';
import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier, seeResults } from '../journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
const ON = '2026-11-22';

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

async function openWith(sample: string, path: string, options = {}) {
  const watched = await openPage(browser, at('/about'), options);
  await rememberDossier(watched.page, sampleDossier(sample));
  await watched.page.goto(at(path));
  return watched;
}

async function chooseDay(page: Page, on: string): Promise<void> {
  await page.getByText('change the day').click();
  for (const label of ['Law of', 'As known on']) await page.getByLabel(label, { exact: true }).fill(on);
  await page.locator('summary', { hasText: '22 November 2026' }).waitFor();
}

describe('the verdict in the browser', () => {
  it.each(['final-year-student', 'resident', 'displaced-doctor'])(
    'of %s is that of the interface for programs, to the byte, with the interface out of reach',
    async (sample) => {
      const watched = await openPage(browser, at('/about'));
      const { page } = watched;
      const calls: string[] = [];
      await page.route('**/api/**', (route) => {
        calls.push(route.request().url());
        return route.abort();
      });
      await rememberDossier(page, sampleDossier(sample));
      await page.goto(at('/results'));
      await seeResults(page);
      await chooseDay(page, ON);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download the verdict' }).click(),
      ]);
      const answer = await fetch(at('/api/assess'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ dossier: sampleDossier(sample), on: ON, knownOn: ON }),
      });
      const [here, there] = [readFileSync(await download.path(), 'utf8'), await answer.text()];
      expect(here.length).toBeGreaterThan(100_000);
      expect(here === there).toBe(true);
      expect(calls).toEqual([]);
      expect(watched.faults).toEqual([]);
      await watched.close();
    },
  );

  it('needs nothing more of the server once it stands', async () => {
    const watched = await openWith('resident', '/results');
    const { page } = watched;
    await seeResults(page);
    await page.getByText('being computed').first().waitFor({ state: 'detached' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('row').getByRole('link', { name: 'United Kingdom' }).click();
    await page.getByRole('heading', { level: 1, name: 'United Kingdom' }).waitFor();
    await page.getByText('What would change this').first().click();
    expect(asked.filter((url) => !url.includes('/_app/'))).toEqual([]);
    await watched.close();
  });
});

describe('the results', () => {
  it.each([
    { name: 'a desktop', options: { viewport: { width: 1280, height: 800 } } },
    { name: 'a phone', options: { viewport: { width: 360, height: 740 } } },
    { name: 'a dark desktop', options: { colorScheme: 'dark' as const } },
  ])('stand on $name without a fault, a barrier or a sideways scroll', async ({ options }) => {
    const watched = await openWith('resident', '/results', options);
    await seeResults(watched.page);
    await watched.page.locator('figure svg a').first().waitFor();
    expect(await findBarriers(watched.page)).toEqual([]);
    const overflow = await watched.page
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('say the same on the map as in the list, in the same order of words', async () => {
    const watched = await openWith('fresh-graduate', '/results');
    await seeResults(watched.page);
    const links = watched.page.locator('figure svg a');
    await links.first().waitFor();
    const onMap = await links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')));
    const rows = await watched.page
      .locator('main table tbody tr')
      .evaluateAll((all) =>
        all.map(
          (row) =>
            `${row.querySelector('th a')?.textContent}: ${row.querySelector('.badge')?.textContent?.replace(', if selected', '')}`,
        ),
      );
    expect([...onMap].sort()).toEqual([...rows].sort());
    expect(onMap.length).toBeGreaterThan(8);
    await watched.close();
  });

  it('show the smallest state as a mark that a finger can meet', async () => {
    const watched = await openWith('fresh-graduate', '/results', { viewport: { width: 360, height: 740 } });
    const singapore = watched.page.locator('figure svg a[aria-label^="Singapore"]');
    await singapore.waitFor();
    const box = await singapore.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await watched.close();
  });

  it('leave out what is filtered, on map and list alike, and say how many', async () => {
    const watched = await openWith('fresh-graduate', '/results');
    const { page } = watched;
    await seeResults(page);
    const all = await page.locator('main table tbody tr').count();
    const closed = await page.locator('main table tbody .badge.closed').count();
    expect(closed).toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: /^Closed/ }).uncheck();
    expect(await page.locator('main table tbody tr').count()).toBe(all - closed);
    expect(await page.locator('figure svg a[aria-label$="Closed"]').count()).toBe(0);
    expect(await page.getByText(`${closed} not shown`).count()).toBe(1);
    await watched.close();
  });

  it('sort by name, and by time with what is not known last', async () => {
    const watched = await openWith('resident', '/results');
    const { page } = watched;
    await seeResults(page);
    const names = () => page.locator('main table tbody th a').allInnerTexts();
    await page.getByLabel('Sort by').selectOption('name');
    expect(await names()).toEqual([...(await names())].sort());
    await page.getByText('being computed').first().waitFor({ state: 'detached' });
    await page.getByLabel('Sort by').selectOption('time');
    const times = await page.locator('main table tbody td:nth-child(4)').allInnerTexts();
    const isUnknown = times.map((time) => time.startsWith('–'));
    expect(isUnknown).toEqual([...isUnknown].sort());
    await watched.close();
  });

  it('follow the day asked for: British Columbia is researched until 31 March 2026 and not after', async () => {
    const watched = await openWith('resident', '/results');
    const { page } = watched;
    await seeResults(page);
    const badge = page
      .locator('main table tbody tr', { hasText: 'British Columbia' })
      .locator('.badge')
      .first();
    expect(await badge.innerText()).toBe('Unknown: not researched');
    await page.getByText('change the day').click();
    await page.getByLabel('Law of', { exact: true }).fill('2026-03-31');
    await expect.poll(() => badge.innerText()).not.toBe('Unknown: not researched');
    await watched.close();
  });
});

describe('the page of one result', () => {
  it.each([
    ['resident', 'us-tx'],
    ['fresh-graduate', 'in'],
    ['displaced-doctor', 'de'],
  ])('of %s for %s has no barrier, also with everything unfolded', async (sample, pack) => {
    const watched = await openWith(sample, `/results/${pack}`);
    const { page } = watched;
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.locator('main article').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.locator('main details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    await page.getByText('Working it out…').first().waitFor({ state: 'detached' });
    expect(await findBarriers(page)).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('cites a source for every requirement, and names the authority that decides', async () => {
    const watched = await openWith('resident', '/results/gb');
    const { page } = watched;
    const requirements = page.locator('main article');
    await requirements.first().waitFor();
    for (const requirement of await requirements.all()) {
      await requirement.getByText('Why, and by which text').click();
      expect(await requirement.locator('cite').count()).toBeGreaterThan(0);
    }
    expect(await page.getByRole('link', { name: /General Medical Council/ }).count()).toBeGreaterThan(0);
    expect(await page.getByText('not legal advice').count()).toBeGreaterThan(0);
    await watched.close();
  });

  it('asks for a person beside a refusal', async () => {
    const watched = await openWith('fresh-graduate', '/results/in');
    await watched.page.getByText('A computer read this, not a person').waitFor();
    await watched.close();
  });

  it('takes an answer right where it is missing, and the verdict follows', async () => {
    const watched = await openPage(browser, at('/about'));
    const { page } = watched;
    const { person, ...rest } = sampleDossier('resident') as { person: Record<string, unknown> };
    const { birthDate: _unsaid, ...others } = person;
    await rememberDossier(page, { ...rest, person: others });
    await page.goto(at('/results/us-ny'));
    const age = page.locator('article', { hasText: 'At least 21 years old' }).first();
    expect(await age.locator('.badge').first().innerText()).toBe('Unknown: you have not said');
    await age.getByText('Answer the question that decides this').click();
    await age.getByLabel('Year').fill('1994');
    await page
      .locator('article', { hasText: 'At least 21 years old' })
      .first()
      .locator('.badge', { hasText: /^Met$/ })
      .waitFor();
    await watched.close();
  });

  it('says so when there is no such authority', async () => {
    const watched = await openWith('resident', '/results/atlantis');
    await watched.page.getByText('There is no authority called “atlantis”').waitFor();
    await watched.close();
  });
});
