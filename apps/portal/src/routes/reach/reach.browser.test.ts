import type { ReverseReach } from '@testamur/engines/planner';
import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
/** Its rules look at few facts, so that the answer is there at once. */
const pack = 'gb';
let answer: ReverseReach;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
  const response = await fetch(at(`/api/packs/${pack}/reach`));
  expect(response.status).toBe(200);
  answer = (await response.json()) as ReverseReach;
});

afterAll(() => browser?.close());

describe('who can reach an authority', () => {
  it('is answered for everybody once: each country of schools with each citizenship and year stands in one line', () => {
    const seen = new Map<string, number>();
    const all = { schools: new Set<string>(), citizenships: new Set<string>() };
    for (const { schools, citizenships, graduated } of answer.classes) {
      for (const school of schools) {
        all.schools.add(school);
        for (const citizenship of citizenships) {
          all.citizenships.add(citizenship);
          const years = graduated.to - graduated.from + 1;
          const key = `${school} ${citizenship}`;
          seen.set(key, (seen.get(key) ?? 0) + years);
        }
      }
    }
    expect(all.schools.size).toBeGreaterThan(100);
    expect(all.citizenships.size).toBe(250);
    expect(seen.size).toBe(all.schools.size * all.citizenships.size);
    expect(new Set(seen.values())).toEqual(new Set([40]));
  });

  it('is shown as a line for each class, with the way or the rule that blocks it, without JavaScript', async () => {
    const watched = await openPage(browser, at(`/reach/${pack}`), { javaScriptEnabled: false });
    const rows = watched.page.locator('table tbody tr');
    expect(await rows.count()).toBe(answer.classes.length);
    for (const [index, line] of answer.classes.entries()) {
      const row = rows.nth(index);
      const wanted = line.route ?? line.blockedBy?.rule;
      const hrefs = await row
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(hrefs.some((href) => href?.endsWith(`#${wanted}`))).toBe(true);
    }
    await watched.close();
  });

  it('is a map with a text that counts, and no script', async () => {
    const watched = await openPage(browser, at(`/reach/${pack}`));
    const label = await watched.page.getByRole('img', { name: 'World map' }).getAttribute('aria-label');
    const numbers = [...(label ?? '').matchAll(/(\d+) (?:countr|where)/g)].map(([, count]) => Number(count));
    const schools = new Set(answer.classes.flatMap((line) => line.schools));
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(schools.size);
    expect(await watched.page.locator('script[src]').count()).toBe(0);
    expect(await findBarriers(watched.page)).toEqual([]);
    await watched.close();
  });

  it('fits a phone, and is chosen from a list of the authorities', async () => {
    const watched = await openPage(browser, at('/reach'), { viewport: { width: 360, height: 740 } });
    expect(await findBarriers(watched.page)).toEqual([]);
    await watched.page.getByRole('link', { name: 'United Kingdom', exact: true }).click();
    await watched.page.waitForURL(`**/reach/${pack}`);
    const wide = await watched.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await watched.close();
  });

  it('says who is asked about, and that nothing is known of packs that license nobody', async () => {
    const text = await (await fetch(at(`/reach/${pack}`))).text();
    expect(text).toContain('Not real people');
    expect((await fetch(at('/reach/eu'))).status).toBe(404);
    expect((await fetch(at('/api/packs/nowhere/reach'))).status).toBe(404);
  });
});
