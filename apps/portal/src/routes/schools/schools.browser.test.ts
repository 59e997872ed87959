import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

describe('the search for a school', () => {
  it.each([
    ['bangalore med', 'Bangalore Medical College'],
    ['Мечников', 'Mechnikov'],
  ])('finds by “%s”, without JavaScript', async (words, name) => {
    const watched = await openPage(browser, at('/schools'), { javaScriptEnabled: false });
    await watched.page.getByLabel('School, city or initials').fill(words);
    await watched.page.getByRole('button', { name: 'Search' }).click();
    const first = watched.page.locator('main ol a').first();
    const found = await first.innerText();
    expect(found).toContain(name);
    await first.click();
    expect(await watched.page.getByRole('heading', { level: 1 }).innerText()).toBe(found);
    await watched.close();
  });

  it('keeps to the country that was chosen', async () => {
    const watched = await openPage(browser, at('/schools?q=medical+university&country=GE'));
    const places = await watched.page.locator('main ol li .soft').allInnerTexts();
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !place.includes('Georgia'))).toEqual([]);
    expect(await watched.page.getByLabel('Country').inputValue()).toBe('GE');
    await watched.close();
  });

  it('says what to do when nothing is near enough', async () => {
    const watched = await openPage(browser, at('/schools?q=zzzzzzzz'));
    expect(await watched.page.getByText('Nothing is near enough.').count()).toBe(1);
    expect(await watched.page.getByText('describe your school by hand').count()).toBe(1);
    await watched.close();
  });

  it('turns the pages of a country with many schools, each school once', async () => {
    const watched = await openPage(browser, at('/schools?country=IN'));
    const seen: string[] = [];
    for (let more = true; more; ) {
      seen.push(
        ...(await watched.page
          .locator('main ol a')
          .evaluateAll((links) => links.map((link) => (link as { href?: string }).href ?? ''))),
      );
      const next = watched.page.getByRole('link', { name: 'Next' });
      more = (await next.count()) === 1;
      if (more) {
        const address = await next.evaluate((link) => (link as { href?: string }).href ?? '');
        await Promise.all([watched.page.waitForURL(address), next.click()]);
      }
    }
    expect(seen.length).toBeGreaterThan(500);
    expect(new Set(seen).size).toBe(seen.length);
    await watched.close();
  });
});

describe('the page of a school', () => {
  it('names a source for every field, and says that it proves nothing', async () => {
    const watched = await openPage(browser, at('/schools?q=bangalore+med'));
    await watched.page.locator('main ol a').first().click();
    expect(await watched.page.getByText('Candidate, not proof').count()).toBe(1);
    const froms = await watched.page.locator('td[data-label="From"]').allInnerTexts();
    expect(froms.length).toBeGreaterThan(3);
    expect(froms.filter((text) => text.trim() === '')).toEqual([]);
    expect(await watched.page.locator('#sources ~ ul li', { hasText: 'Licence' }).count()).toBeGreaterThan(0);
    expect(await findBarriers(watched.page)).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });
});

describe('the agencies', () => {
  it('calls a term that ended without news unknown, and a day within a term recognised', async () => {
    const answerOn = async (on: string) => {
      const watched = await openPage(browser, at(`/agencies?on=${on}`), { javaScriptEnabled: false });
      const answer = await watched.page.locator('#ag-lcme .answer').innerText();
      await watched.close();
      return answer;
    };
    expect(await answerOn('2020-01-01')).toBe('Recognised');
    expect(await answerOn('2026-11-22')).toBe('Unknown');
    expect(await answerOn('2005-01-01')).toBe('Not recognised');
  });

  it('draws a bar for every term', async () => {
    const watched = await openPage(browser, at('/agencies'));
    const terms = await watched.page.locator('td.term > div > p').count();
    expect(await watched.page.locator('td.chart > svg').count()).toBe(terms);
    expect(terms).toBeGreaterThan(20);
    await watched.close();
  });
});
