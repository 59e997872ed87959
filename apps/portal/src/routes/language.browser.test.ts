import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writePlace } from '../lib/language/address.ts';
import { LANGUAGES, OFFERED, SOURCE } from '../lib/language/languages.ts';
import { rememberDossier, sampleDossier, seeResults } from './journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
const PHONE = { viewport: { width: 360, height: 740 } };
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

describe.each(OFFERED)('in %s', (locale) => {
  const { tag, dir, name } = LANGUAGES[locale];
  const path = (place: string) => writePlace({ locale, path: place });

  it.each(['/', '/dossier', '/results', '/rules', '/about'])(
    '%s comes whole from the server',
    async (place) => {
      const body = await (await fetch(at(path(place)))).text();
      expect(body).toContain(`<html lang="${tag}" dir="${dir}">`);
      expect(body).toMatch(/<h1[^>]*>[^<]+/);
      // A key that no catalogue has would show itself.
      expect(body.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(common|home|dossier|results|errors)\.[a-z]+\b/);
    },
  );

  it('a person sees where she stands on a phone, and stays in her language', async () => {
    const watched = await openPage(browser, at(path('/about')), PHONE);
    const { page } = watched;
    expect(await page.evaluate(overflow)).toBe(0);
    await rememberDossier(page, sampleDossier('fresh-graduate'));
    await page.goto(at(path('/results')));
    await seeResults(page);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.locator('main table tbody tr a').first().click();
    await page.waitForURL(`**${path('/results/')}*`);
    expect(await page.evaluate(overflow)).toBe(0);
    const strayed = await page
      .locator('a[href^="/"]:not([hreflang])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(
      strayed.filter(
        (href) =>
          !href.startsWith('/api/') && writePlace({ locale, path: '' }) !== '' && !href.startsWith(path('/')),
      ),
    ).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('the other languages are one link away, to the same page, without JavaScript too', async () => {
    const watched = await openPage(browser, at(path('/schools?q=aiims')), { javaScriptEnabled: false });
    for (const other of OFFERED.filter((each) => each !== locale)) {
      const link = watched.page.getByRole('contentinfo').getByRole('link', { name: LANGUAGES[other].name });
      expect(await link.getAttribute('href')).toBe(writePlace({ locale: other, path: '/schools?q=aiims' }));
      expect(await link.getAttribute('lang')).toBe(LANGUAGES[other].tag);
    }
    const own = watched.page.getByRole('contentinfo').getByRole('link', { name, exact: true });
    expect(await own.count()).toBe(OFFERED.length > 1 ? 1 : 0);
    await watched.close();
  });

  it('what the browser asks for is offered and not forced', async () => {
    const answer = await fetch(at('/'), {
      headers: { 'accept-language': `${tag}, en;q=0.1` },
      redirect: 'manual',
    });
    const body = await answer.text();
    expect(answer.status).toBe(200);
    expect(body).toContain(`<html lang="${LANGUAGES[SOURCE].tag}"`);
    expect(answer.headers.get('vary')).toContain('accept-language');
    expect(/<p class="page no-print[^>]*lang="[^"]*"/.test(body)).toBe(locale !== SOURCE);
  });
});

describe('a language that is not on offer', () => {
  it.each(['/de', '/en/results', '/xx/rules'])('%s is no page', async (path) => {
    expect((await fetch(at(path))).status).toBe(404);
  });
});
