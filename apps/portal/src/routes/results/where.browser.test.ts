/** Where can I go: filters, why not, wishes, what if, and the map near by. */

import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier, seeResults } from '../journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

async function openResults(options = {}, sample = 'resident') {
  const watched = await openPage(browser, at('/about'), options);
  const { page } = watched;
  await rememberDossier(page, sampleDossier(sample));
  await page.goto(at('/results'));
  await seeResults(page);
  await seeWays(page);
  return watched;
}

const seeWays = (page: Page): Promise<void> =>
  page.getByText('being computed').first().waitFor({ state: 'detached' });
/** All ways are searched anew. */
const SLOW = { timeout: 120_000 };
const rowOf = (page: Page, name: string) => page.locator('main table tbody tr', { hasText: name }).first();
const open = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click();
const asksOf = (page: Page) => page.evaluate(() => localStorage.getItem('testamur.session'));

describe('the list', () => {
  it('says for a closed authority why, and the smallest change that would open it', async () => {
    const watched = await openResults();
    const { page } = watched;
    const kenya = rowOf(page, 'Kenya');
    await kenya.getByText('Why not?').click();
    await kenya.getByText('is the nearest route').waitFor();
    await kenya.getByText('The smallest change').first().waitFor();
    expect(await kenya.getByText('no step that we know of does this').count()).toBeGreaterThan(0);
    expect(await findBarriers(page)).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('shows a published pass rate with its year, its people and its source', async () => {
    const watched = await openResults();
    const germany = rowOf(watched.page, 'Germany');
    await germany.getByText('Published pass rate: 63%').click();
    await germany.getByText('63% of all candidates of the chamber of Nordrhein, 2024').waitFor();
    await germany.locator('cite').first().waitFor();
    await watched.close();
  });

  it('can be filtered by time, place, language and selection; map and list go together', async () => {
    const watched = await openResults();
    const { page } = watched;
    const names = () => page.locator('main table tbody th a').allInnerTexts();
    await open(page, 'More filters');
    await page.getByLabel('Part of the world').selectOption('europe');
    const european = await names();
    expect(european).toEqual(
      expect.arrayContaining(['Germany', 'Ireland', 'Spain', 'Ukraine', 'United Kingdom']),
    );
    for (const elsewhere of ['Egypt', 'Israel', 'New Zealand', 'Texas', 'Türkiye'])
      expect(european).not.toContain(elsewhere);
    await expect.poll(() => page.locator('figure svg a').count()).toBe(european.length);
    await page.getByLabel('Language of work').selectOption('de');
    const german = await names();
    expect(german).toEqual(expect.arrayContaining(['Austria', 'Germany', 'Switzerland']));
    expect(german).not.toContain('Spain');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Time', { exact: true }).selectOption('366');
    const soon = await names();
    expect(soon).toContain('Germany');
    expect(soon).not.toContain('New Zealand');
    await page.getByRole('checkbox', { name: 'Hide what needs a selection' }).check();
    expect(await names()).not.toContain('Australia');
    await watched.close();
  });
});

describe('wishes', () => {
  it('change the ways at once, name what they leave out, and are there after a reload', async () => {
    const watched = await openResults();
    const { page } = watched;
    await open(page, 'Your wishes');
    await page.getByLabel('Not in these countries').selectOption('GB');
    await rowOf(page, 'United Kingdom').getByText('No route without United Kingdom.').waitFor();
    await page.getByText('This alone leaves out United Kingdom').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.reload();
    await seeResults(page);
    await rowOf(page, 'United Kingdom').getByText('No route without United Kingdom.').waitFor();
    await page.locator('summary', { hasText: 'Your wishes (1 set)' }).click();
    await page.getByRole('button', { name: 'Take all wishes back' }).click();
    await expect.poll(() => rowOf(page, 'United Kingdom').innerText(), SLOW).toContain('GBP');
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('say at the field what cannot be: a budget of zero, a day that has passed, two that contradict', async () => {
    const watched = await openResults({ viewport: { width: 360, height: 740 } });
    const { page } = watched;
    await open(page, 'Your wishes');
    const budget = page.getByLabel('At most, in all');
    await budget.fill('much');
    await budget.blur();
    await page.getByText('Write an amount in figures').waitFor();
    await budget.fill('0');
    await budget.blur();
    await page.getByText('Choose the currency').waitFor();
    await page.locator('#wish-currency').selectOption('GBP');
    await page.getByText('A budget of zero leaves only ways without any known fee').waitFor();
    await page.getByLabel('The licence by').fill('2020-01-01');
    await page.getByText('1 January 2020 has come already').waitFor();
    await rowOf(page, 'Texas').getByText('No route ends by 1 January 2020.').waitFor();
    await page.getByLabel('The licence by').fill('2090-01-01');
    await page.getByLabel('I cannot leave my job before').fill('2090-06-01');
    expect(await page.getByText('These two contradict each other').count()).toBe(2);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await watched.close();
  });

  it('convert by her own rates only, the original beside', async () => {
    const watched = await openResults();
    const { page } = watched;
    await open(page, 'Your wishes');
    await page.getByLabel('Show costs also in').selectOption('EUR');
    const rate = page.getByLabel('1 GBP is worth, in EUR');
    await rate.fill('2');
    await rate.blur();
    const cost = rowOf(page, 'United Kingdom').locator('td').nth(3);
    await expect.poll(() => cost.innerText(), SLOW).toContain('EUR');
    const text = await cost.innerText();
    const amountIn = (currency: string) =>
      Number(new RegExp(`${currency}\\s([\\d,.]+)`).exec(text)?.[1]?.replaceAll(',', ''));
    expect(amountIn('EUR')).toBe(2 * amountIn('GBP'));
    await watched.close();
  });
});

describe('what if', () => {
  it('shows what a step would change, can be undone, and leaves the dossier as it is', async () => {
    const watched = await openResults();
    const { page } = watched;
    const before = await asksOf(page);
    await open(page, 'What if…');
    await page.getByLabel('As if this step were done').selectOption('step.de.fsp');
    await page
      .getByText(/routes? nearer/)
      .first()
      .waitFor();
    await page
      .getByText(/Germany/)
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo the last' }).click();
    await page
      .getByText(/routes? nearer/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await asksOf(page)).toBe(before);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('takes a changed fact into the dossier only when she says so', async () => {
    const watched = await openResults();
    const { page } = watched;
    const before = await asksOf(page);
    await open(page, 'What if…');
    await page.getByLabel('As if this fact were different').selectOption('person.citizenships');
    await page.locator('#try-fact-value').selectOption('KE');
    await page.getByRole('button', { name: 'Put this fact into my dossier' }).waitFor();
    expect(await asksOf(page)).toBe(before);
    await page.getByRole('button', { name: 'Put this fact into my dossier' }).click();
    await expect.poll(() => asksOf(page)).toContain('"citizenships":["PK","KE"]');
    await watched.close();
  });

  it('says why what cannot be is not worked out', async () => {
    const watched = await openResults();
    const { page } = watched;
    await open(page, 'What if…');
    await page.getByLabel('Done on').fill('2090-01-01');
    await page.getByText('What is done cannot lie after').waitFor();
    await page.getByLabel('As if this fact were different').selectOption('person.birthDate');
    await page.locator('#try-fact-value, [id^="try-fact-value"]').first().waitFor();
    await page.getByLabel('Year').fill('2090');
    await page.getByLabel('Year').blur();
    await page.getByText('This cannot be, so nothing was worked out').waitFor();
    await watched.close();
  });
});

it('the map comes nearer by buttons, and to a place by keyboard', async () => {
  const watched = await openResults();
  const { page } = watched;
  const box = () => page.locator('figure svg[role="group"]').getAttribute('viewBox');
  const whole = await box();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const near = await box();
  expect(near).not.toBe(whole);
  await page.locator('figure svg a[aria-label^="New Zealand"]').focus();
  await expect.poll(box).not.toBe(near);
  const place = await page.locator('figure svg a[aria-label^="New Zealand"]').boundingBox();
  const frame = await page.locator('figure .frame').boundingBox();
  expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(
    (frame?.x ?? 0) + (frame?.width ?? 0) + 60,
  );
  await page.getByRole('button', { name: 'Whole world' }).click();
  expect(await box()).toBe(whole);
  await watched.close();
});
