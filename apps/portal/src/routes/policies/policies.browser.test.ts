import { findBarriers, findUnstyled, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});
afterAll(() => browser?.close());

describe('the page of policies', () => {
  it('shows the list of 2023 by region: 55 countries, with source, day and grade, without JavaScript', async () => {
    const watched = await openPage(browser, at('/policies'), { javaScriptEnabled: false });
    const list = watched.page.locator('#who-safeguards-2023');
    expect(await list.locator('tbody tr').count()).toBe(5);
    const counts = await list.locator('tbody td:nth-child(2)').allInnerTexts();
    expect(counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0)).toBe(55);
    const text = await list.innerText();
    expect(text).toContain('8 March 2023');
    expect(text).toContain('Nigeria');
    expect(await list.locator('cite').count()).toBe(2);
    expect(text).toMatch(/guidance or page of the regulator/i);
    await watched.close();
  });

  it('says of the list of 2020 that its countries are not established, and names none', async () => {
    const watched = await openPage(browser, at('/policies'));
    const list = watched.page.locator('#who-safeguards-2020');
    expect(await list.locator('table').count()).toBe(0);
    expect(await list.innerText()).toContain('Which countries it names is not established.');
    await watched.close();
  });

  it.each(['/policies', '/ar/policies', '/zh/policies'])(
    '%s has no barrier, fits a phone, and is styled',
    async (path) => {
      const watched = await openPage(browser, at(path), { viewport: { width: 360, height: 740 } });
      expect(await findBarriers(watched.page)).toEqual([]);
      expect(await findUnstyled(watched.page)).toEqual([]);
      const html = watched.page.locator('html');
      expect(await html.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
      expect(watched.faults).toEqual([]);
      expect(await watched.page.locator('script[src]').count()).toBe(0);
      await watched.close();
    },
  );

  it('is found from the page about the product', async () => {
    const watched = await openPage(browser, at('/about'));
    await watched.page.locator('main a[href$="/policies"]').click();
    await watched.page.waitForURL('**/policies');
    await watched.close();
  });
});

describe('who can reach an authority', () => {
  it('is told from which countries nobody should recruit actively, and that nobody is stopped from applying', async () => {
    // Worked out once a day: whoever asks first waits.
    await expect
      .poll(async () => (await fetch(at('/api/packs/gb/reach'))).status, {
        timeout: 120_000,
        interval: 2_000,
      })
      .toBe(200);
    const watched = await openPage(browser, at('/reach/gb'));
    const note = watched.page.locator('.callout', { hasText: 'Active recruitment is discouraged' });
    const text = await note.innerText();
    expect(text).toContain('Nobody is stopped from applying.');
    expect(text).toContain('8 March 2023');
    expect(await note.locator('a[href$="/policies#who-safeguards-2023"]').count()).toBe(1);
    expect(await note.locator('cite').count()).toBe(2);
    expect(await findBarriers(watched.page)).toEqual([]);
    await watched.close();
  });
});
