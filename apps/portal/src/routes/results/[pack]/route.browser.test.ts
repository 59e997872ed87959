import { readFileSync } from 'node:fs';
import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier } from '../../journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

type Visit = NonNullable<Parameters<typeof openPage>[2]> & {
  readonly wishes?: Readonly<Record<string, unknown>>;
};

async function openRoute(sample: string, pack: string, { wishes = {}, ...options }: Visit = {}) {
  const watched = await openPage(browser, at('/about'), options);
  await rememberDossier(watched.page, sampleDossier(sample));
  const entry = JSON.stringify({ schema: 'testamur/wishes/1', ...NO_WISHES, ...wishes });
  await watched.page.evaluate((text) => localStorage.setItem('testamur.wishes', text), entry);
  await watched.page.goto(at(`/results/${pack}`));
  return watched;
}

const NO_WISHES = {
  ...{ budget: '', currency: '', deadline: '', notBefore: '', into: '', ratesOn: '' },
  ...{ excludedCountries: [], refusedSteps: [], excludeSelection: false, own: {}, worth: {} },
};

const choice = (page: Page) => page.getByRole('group', { name: 'Ways, by cost and time' });
const savePlan = async (page: Page) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Plan (JSON)' }).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    plan: { steps: { key: string; title: string }[] };
    certificate: { claim: string };
  };
};
const stepTitles = (page: Page) => page.locator('main ol > li h4').allInnerTexts();
const timeline = (page: Page) => page.getByRole('table', { name: 'Steps in lanes over the months' });

describe('the ways to a licence', () => {
  it('are chosen by keyboard alone; steps, timeline and requirements follow, and nothing is sent', async () => {
    const watched = await openRoute('resident', 'gb');
    const { page } = watched;
    await timeline(page).waitFor();
    const calls: string[] = [];
    page.on('request', (request) => calls.push(new URL(request.url()).pathname));
    const ways = choice(page).getByRole('radio');
    expect(await ways.count()).toBeGreaterThan(1);
    expect(await stepTitles(page)).toContain('Sit PLAB 1');
    await ways.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => ways.nth(1).isChecked()).toBe(true);
    const titles = await stepTitles(page);
    expect(titles).not.toContain('Sit PLAB 1');
    const rows = await timeline(page).locator('th[scope=row]').allInnerTexts();
    expect(rows.map((row) => row.replace(/^\d+\s*/, '')).sort()).toEqual([...titles].sort());
    await page.getByRole('heading', { level: 2, name: /Acceptable postgraduate qualification/ }).waitFor();
    expect(calls.filter((path) => path.includes('/api/'))).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('can be pointed at on the chart, whose text says what it shows', async () => {
    const watched = await openRoute('resident', 'gb');
    const { page } = watched;
    const chart = page.getByRole('img', { name: /ways. .*cost \(GBP\) and time/ });
    await chart.waitFor();
    await chart.locator('.dot:not(.chosen) .target').last().click({ force: true });
    expect(await choice(page).getByRole('radio').first().isChecked()).toBe(false);
    await watched.close();
  });

  it('never show an unknown price or length as nothing', async () => {
    const watched = await openRoute('resident', 'gb');
    const { page } = watched;
    await timeline(page).waitFor();
    const figures = await choice(page).locator('.figure').allInnerTexts();
    expect(figures.some((figure) => figure.includes('not established'))).toBe(true);
    expect(figures.filter((figure) => /\b0\b/.test(figure))).toEqual([]);
    expect(await timeline(page).getByText('≥').count()).toBeGreaterThan(0);
    await watched.close();
  });

  it('stand side by side, each step with its word for a screen reader', async () => {
    const watched = await openRoute('resident', 'gb');
    const { page } = watched;
    await page.locator('summary', { hasText: 'Side by side' }).click();
    const sides = page.getByRole('table', { name: 'Ways side by side' });
    const plab = sides.getByRole('row', { name: /Sit PLAB 1/ });
    expect((await plab.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\W/g, ''))).toEqual(
      expect.arrayContaining(['yes', 'no']),
    );
    expect(await findBarriers(page)).toEqual([]);
    await watched.close();
  });

  it('say how sure it is that none was missed, and by which law', async () => {
    const watched = await openRoute('resident', 'us-ny');
    const { page } = watched;
    await page.getByText('No cheaper or faster way within 2 licences on the way.').waitFor();
    await page.locator('summary', { hasText: 'How sure this is' }).click();
    expect(await page.locator('details li code').count()).toBeGreaterThan(10);
    await watched.close();
  });

  it('say what failing an exam once would cost', async () => {
    const watched = await openRoute('resident', 'gb');
    const row = watched.page
      .getByRole('table', { name: 'If you fail' })
      .getByRole('row', { name: /Sit PLAB 2/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('GBP 879');
    await watched.close();
  });
});

describe('wishes that leave no route', () => {
  it('are named, each with the nearest way beyond it, which can be looked at', async () => {
    const watched = await openRoute('resident', 'us-ny', { wishes: { budget: '100', currency: 'USD' } });
    const { page } = watched;
    await page.getByText('No route under USD 100.').waitFor();
    await page.getByText(/The cheapest is also the fastest: at least USD 735/).waitFor();
    expect(await timeline(page).count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look at this way' }).click();
    await timeline(page).waitFor();
    expect(watched.faults).toEqual([]);
    await watched.close();
  });
});

describe('the page of a route', () => {
  it.each([
    ['a phone', { viewport: { width: 360, height: 740 } }],
    ['a dark desktop', { colorScheme: 'dark' as const }],
    [
      'a phone that wants no motion',
      { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' as const },
    ],
  ])('stands on %s without a fault, a barrier or a sideways scroll', async (_name, options) => {
    const watched = await openRoute('fresh-graduate', 'au', options);
    const { page } = watched;
    await page.getByText('no way was missed').waitFor();
    await timeline(page).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('takes along the way that was chosen', async () => {
    const watched = await openRoute('resident', 'gb');
    const { page } = watched;
    await page.getByRole('button', { name: 'Plan (JSON)' }).waitFor();
    await choice(page).getByRole('radio').nth(1).check();
    const saved = await savePlan(page);
    expect(saved.plan.steps.map(({ title }) => title)).toEqual(await stepTitles(page));
    expect(saved.certificate.claim).toBe('exact');
    await choice(page).getByRole('radio').nth(2).check();
    await page
      .getByRole('group', { name: /They differ/ })
      .getByRole('radio')
      .nth(1)
      .check();
    const chosen = await savePlan(page);
    const keysOf = ({ plan }: typeof saved) => plan.steps.map(({ key }) => key);
    expect(keysOf(chosen)).not.toEqual(keysOf(saved));
    await page.getByRole('button', { name: /^PDF/ }).click();
    const sent = page.waitForRequest((request) => request.url().endsWith('/api/documents/plan'));
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /make the PDF/ }).click(),
    ]);
    expect((await sent).postDataJSON()).toMatchObject({ point: { steps: keysOf(chosen) } });
    expect(readFileSync(await paper.path()).toString('latin1')).toMatch(/^%PDF-/);
    await watched.close();
  });
});
