import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier, seeResults } from '../journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

async function openWith(path: string, options = {}) {
  const watched = await openPage(browser, at('/about'), options);
  await rememberDossier(watched.page, sampleDossier('resident'));
  await watched.page.goto(at(path));
  return watched;
}

describe('a comparison', () => {
  it.each([
    { name: 'a desktop', options: { viewport: { width: 1280, height: 800 } } },
    { name: 'a phone', options: { viewport: { width: 360, height: 740 } } },
    { name: 'a dark desktop', options: { colorScheme: 'dark' as const } },
  ])('stands on $name without a fault, a barrier or a sideways scroll', async ({ options }) => {
    const watched = await openWith('/compare?with=gb,de,us-tx,au', options);
    const { page } = watched;
    await page.getByText('Requirement by requirement').first().waitFor();
    await page.getByText('being computed').first().waitFor({ state: 'detached' });
    expect(await findBarriers(page)).toEqual([]);
    const html = page.locator('html');
    expect(await html.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('is picked in the list, four at most, and its address names nothing of the person', async () => {
    const watched = await openWith('/results');
    const { page } = watched;
    await seeResults(page);
    for (const name of ['Germany', 'Texas', 'United Kingdom', 'Spain'])
      await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
    expect(await page.getByRole('checkbox', { name: 'Compare Kenya' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Compare Spain' }).uncheck();
    await page.getByRole('link', { name: 'Compare them' }).click();
    await page.getByRole('heading', { level: 1, name: 'Side by side' }).waitFor();
    expect(new URL(page.url()).search).toBe('?with=de,us-tx,gb');
    const heads = page.locator('main thead th a');
    await expect.poll(() => heads.allInnerTexts()).toEqual(['Germany', 'Texas', 'United Kingdom']);
    await page.getByRole('button', { name: 'Take out Texas' }).click();
    await expect.poll(() => heads.allInnerTexts()).toEqual(['Germany', 'United Kingdom']);
    await page.getByLabel('Add', { exact: true }).selectOption('nz');
    await expect.poll(() => heads.allInnerTexts()).toEqual(['Germany', 'United Kingdom', 'New Zealand']);
    expect(new URL(page.url()).search).toBe('?with=de,gb,nz');
    await watched.close();
  });

  it('says the same of status, time and cost as the list', async () => {
    const watched = await openWith('/results');
    const { page } = watched;
    await seeResults(page);
    await page.getByText('being computed').first().waitFor({ state: 'detached' });
    const row = page.locator('main table tbody tr', { hasText: 'Germany' }).first();
    const inList = {
      status: await row.locator('.badge').first().innerText(),
      time: (await row.locator('td').nth(2).innerText()).split('\n')[0],
      cost: (await row.locator('td').nth(3).innerText()).split('\n')[0],
    };
    await page.goto(at('/compare?with=de'));
    const line = (name: string) =>
      page
        .getByRole('row', { name: new RegExp(`^${name}`) })
        .locator('td')
        .first();
    const slowly = { timeout: 120_000 };
    await expect.poll(() => line('Status').innerText(), slowly).toBe(inList.status);
    await expect.poll(async () => (await line('Time').innerText()).split('\n')[0], slowly).toBe(inList.time);
    expect(await line('EUR').innerText()).toBe(inList.cost);
    await watched.close();
  });

  it('takes a step that serves several as one, and keeps the others apart', async () => {
    const watched = await openWith('/compare?with=gb,au');
    const { page } = watched;
    const shared = page.getByRole('row', { name: /^Sit PLAB 1/ });
    await shared.waitFor();
    expect(await shared.locator('td').allInnerTexts()).toEqual([
      expect.stringContaining('yes'),
      expect.stringContaining('yes'),
    ]);
    expect(await page.getByRole('row', { name: /^Steps of its own/ }).innerText()).not.toContain('PLAB 1');
    await watched.close();
  });

  it('says so of what it does not know, and of what is too much', async () => {
    const watched = await openWith('/compare?with=atlantis,gb,de,es,nz,ke');
    const { page } = watched;
    await page.getByText('We know no authority or route called atlantis.').waitFor();
    await page.getByText('Four at most: ke did not fit.').waitFor();
    expect(await page.locator('main thead th').count()).toBe(4);
    await watched.close();
  });

  it('offers a choice where the address names nothing', async () => {
    const watched = await openWith('/compare');
    await watched.page.getByText('Nothing is compared yet').waitFor();
    await watched.page.getByLabel('Add', { exact: true }).selectOption('gb');
    await watched.page.locator('main thead th a', { hasText: 'United Kingdom' }).waitFor();
    await watched.close();
  });
});
