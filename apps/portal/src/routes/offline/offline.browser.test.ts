import { openPage, startBrowser } from '@testamur/testing/browser';
import { type ReverseProxy, startProxy } from '@testamur/testing/product';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier, seeResults } from '../journey.fixture.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

/** The line between browser and product, which can be cut. */
async function layLine(): Promise<ReverseProxy> {
  return startProxy(inject('productUrl'), (host) => ({ host }));
}

async function untilKept(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
}

async function cut(page: Page, line: ReverseProxy): Promise<void> {
  await line.stop();
  await page.context().setOffline(true);
}

const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(
    `caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))).then((all) => all.flat()))`,
  );

describe('without a network, after one visit', () => {
  it('a person enters her degree, sees verdicts, a plan and the day of the law, and nothing is lost', async () => {
    const line = await layLine();
    const watched = await openPage(browser, `${line.url}/`, { serviceWorkers: 'allow' });
    const { page } = watched;
    await untilKept(page);
    await cut(page, line);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Where can your medical qualification' }).waitFor();
    await page.getByText('You are offline').waitFor();
    expect(await page.getByText('The law at hand is recorded until').innerText()).toMatch(
      /\d{1,2} \w+ 20\d\d/,
    );

    await page.getByRole('combobox', { name: /medical school/ }).fill('dubai medical');
    await page
      .getByRole('option', { name: /Dubai Medical College/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Year' }).fill('2019');
    await page.getByText('See where you stand now').click();
    await seeResults(page);
    await page.locator('figure svg a').first().waitFor();

    await page.goto(`${line.url}/results/gb`);
    await page.getByRole('heading', { level: 1, name: 'United Kingdom' }).waitFor();
    await page.locator('main article').first().waitFor();
    await page.goto(`${line.url}/dossier`);
    expect(await page.getByRole('textbox', { name: 'Year' }).first().inputValue()).toBe('2019');
    await watched.close();
  });

  it('the dossier of an earlier visit is judged and planned, also at an address never opened before', async () => {
    const line = await layLine();
    const watched = await openPage(browser, `${line.url}/dossier`, { serviceWorkers: 'allow' });
    const { page } = watched;
    await rememberDossier(page, sampleDossier('resident'));
    await untilKept(page);
    await cut(page, line);
    await page.goto(`${line.url}/results`);
    await seeResults(page);
    await page.getByText('being computed').first().waitFor({ state: 'detached' });
    await page.goto(`${line.url}/results/us-tx`);
    await page.getByRole('heading', { level: 1, name: 'Texas' }).waitFor();
    await page.getByText('What would change this').first().click();
    await watched.close();
  });

  it('a page of the server shows the copy of the last visit; one never seen says what works', async () => {
    const line = await layLine();
    const watched = await openPage(browser, `${line.url}/`, { serviceWorkers: 'allow' });
    const { page } = watched;
    await untilKept(page);
    await page.goto(`${line.url}/rules/ke`);
    await cut(page, line);
    await page.goto(`${line.url}/rules/ke`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Kenya');
    await page.goto(`${line.url}/rules/gb`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This page needs a network');
    await page.getByRole('main').getByRole('link', { name: 'your results' }).click();
    await page.getByRole('heading', { level: 1, name: 'Where you stand' }).waitFor();
    await watched.close();
  });
});

describe('what is kept', () => {
  it('is the program and the library: nothing of the interface for programs, of a form, of a search, of another site', async () => {
    const line = await layLine();
    const watched = await openPage(browser, `${line.url}/`, { serviceWorkers: 'allow' });
    const { page } = watched;
    await untilKept(page);
    await page.goto(`${line.url}/dossier/short`);
    await page.goto(`${line.url}/schools?q=aiims`);
    await page.evaluate(`fetch('/api/packs').then((answer) => answer.text())`);
    const kept = await keptAddresses(page);
    expect(kept.filter((url) => /\/api\/|short|\?/.test(url))).toEqual([]);
    expect(kept.filter((url) => !url.startsWith(`${line.url}/`))).toEqual([]);
    for (const part of ['law', 'registry', 'search', 'vocabulary'])
      expect(kept.filter((url) => new RegExp(`/assets/${part}\\.[^/]+\\.json$`).test(url))).toHaveLength(1);
    expect(kept.filter((url) => url.includes('/workers/library.worker'))).toHaveLength(1);
    expect(watched.faults).toEqual([]);
    await watched.close();
    await line.stop();
  });
});
