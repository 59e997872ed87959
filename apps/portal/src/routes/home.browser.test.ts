import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const home = () => `${inject('productUrl')}/`;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

describe('the home page', () => {
  it.each([
    { name: 'a desktop', options: { viewport: { width: 1280, height: 800 } } },
    { name: 'a phone', options: { viewport: { width: 360, height: 740 } } },
    { name: 'a dark desktop', options: { colorScheme: 'dark' as const } },
    { name: 'a browser without JavaScript', options: { javaScriptEnabled: false } },
  ])('asks its question on $name, without a fault', async ({ options }) => {
    const watched = await openPage(browser, home(), options);
    expect(await watched.page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Where can your medical qualification take you?',
    );
    const overflow = await watched.page
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it.each(['light', 'dark'] as const)(
    'has no barrier that axe can find, in %s colours',
    async (colorScheme) => {
      const watched = await openPage(browser, home(), { colorScheme });
      expect(await findBarriers(watched.page)).toEqual([]);
      await watched.close();
    },
  );

  it('names its language and direction', async () => {
    const watched = await openPage(browser, home());
    expect(await watched.page.locator('html').getAttribute('lang')).toBe('en-GB');
    expect(await watched.page.locator('html').getAttribute('dir')).toBe('ltr');
    await watched.close();
  });

  it('lets the keyboard skip to the content', async () => {
    const watched = await openPage(browser, home());
    await watched.page.keyboard.press('Tab');
    expect(await watched.page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await watched.page.keyboard.press('Enter');
    expect(await watched.page.evaluate('document.activeElement.id')).toBe('content');
    await watched.close();
  });
});

describe('an example', () => {
  it('leads to the results of a person who does not exist', async () => {
    const watched = await openPage(browser, home());
    await watched.page.getByRole('button', { name: /Zofia Nowak/ }).click();
    await watched.page.getByRole('heading', { level: 1, name: 'Where you stand' }).waitFor();
    await watched.page.getByText('Zofia Nowak, fresh graduate').waitFor();
    await watched.page.locator('main table tbody tr').first().waitFor();
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('never replaces what a person entered without asking', async () => {
    const watched = await openPage(browser, home());
    const { page } = watched;
    await page.getByRole('textbox', { name: 'Year' }).fill('1999');
    await page.getByRole('button', { name: /Zofia Nowak/ }).click();
    await page.getByRole('alert').getByRole('button', { name: 'Keep mine' }).click();
    expect(await page.getByRole('textbox', { name: 'Year' }).inputValue()).toBe('1999');
    expect(await page.evaluate('localStorage.getItem("testamur.session")')).not.toContain('Zofia');
    await page.getByRole('button', { name: /Zofia Nowak/ }).click();
    await page.getByRole('button', { name: 'Replace it' }).click();
    await page.getByText('Zofia Nowak, fresh graduate').waitFor();
    await watched.close();
  });
});

describe('the content security policy', () => {
  it('stops a script and a style that somebody smuggled into the page', async () => {
    const watched = await openPage(browser, home());
    // As text nodes: what is assigned as text is refused before (Trusted Types).
    await watched.page.evaluate(`
      const script = document.createElement('script');
      script.append('window.smuggled = true');
      document.body.append(script);
      document.body.setAttribute('style', 'background: red');`);
    expect(await watched.page.evaluate('window.smuggled')).toBeUndefined();
    expect(watched.faults.join('\n')).toMatch(/script-src|TrustedScript/);
    expect(watched.faults.join('\n')).toMatch(/style-src-attr/);
    await watched.close();
  });

  it('lets no other site frame the page', async () => {
    const answer = await fetch(home());
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
