import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;

/** One of each kind of page. */
const KINDS = [
  { path: '/rules', title: 'Rules' },
  { path: '/rules/ca-bc', title: 'British Columbia' },
  { path: '/rules/ke', title: 'Kenya' },
  { path: '/rules/gb/gb.plab.window', title: 'PLAB 2 passed within two years of PLAB 1' },
  { path: '/rules/in/changes', title: 'India: how the rules change' },
  { path: '/rules/unknown', title: 'What we do not know yet' },
  { path: '/rules/unknown?in=gb&take=fees', title: 'What we do not know yet' },
  { path: '/rules/due', title: 'What is due to be read again' },
  { path: '/rules/due?in=ke&within=P1Y', title: 'What is due to be read again' },
  { path: '/schools', title: 'Schools' },
  { path: '/schools?q=bangalore+med', title: 'Schools' },
  { path: '/schools?q=zzzzzzzz', title: 'Schools' },
  { path: '/agencies', title: 'Accrediting agencies' },
  { path: '/policies', title: 'Policies on recruiting and on schools' },
  { path: '/sources', title: 'Sources and licences' },
  { path: '/sources/gb', title: 'Sources of the rules of United Kingdom' },
  { path: '/about', title: 'How it works, and its limits' },
];

const PHONE = { width: 360, height: 740 };

/** How far a page can be scrolled sideways, in pixels. */
const overflowOf = (page: Page, direction = 'ltr'): Promise<number> =>
  page.locator('html').evaluate((root, dir) => {
    root.setAttribute('dir', dir);
    return root.scrollWidth - root.clientWidth;
  }, direction);

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

describe.each(KINDS)('$path', ({ path, title }) => {
  it('has no barrier, fault or overflow on a desktop, light and dark', async () => {
    const watched = await openPage(browser, at(path), { viewport: { width: 1280, height: 800 } });
    const { page } = watched;
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([title]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await findBarriers(page)]).toEqual([colorScheme, []]);
    }
    expect(await overflowOf(page)).toBe(0);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('has no barrier, fault or overflow on a phone, from left to right and from right to left', async () => {
    const watched = await openPage(browser, at(path), { viewport: PHONE });
    expect(await findBarriers(watched.page)).toEqual([]);
    for (const direction of ['ltr', 'rtl'])
      expect([direction, await overflowOf(watched.page, direction)]).toEqual([direction, 0]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('comes whole from the server, without any script', async () => {
    const body = await (await fetch(at(path))).text();
    expect(body).not.toMatch(/<script/);
    expect(body).toMatch(/<h1[^>]*>/);
    expect(body).toMatch(/<meta name="description" content="[^"]{40,}/);
    expect(body.match(/<title>/g)).toHaveLength(1);
  });
});

it.each(['/rules/eu', '/rules/gb'])(
  '%s, the longest pages, fit a phone, from left to right and from right to left',
  async (path) => {
    const watched = await openPage(browser, at(path), { viewport: PHONE });
    for (const direction of ['ltr', 'rtl'])
      expect([direction, await overflowOf(watched.page, direction)]).toEqual([direction, 0]);
    await watched.close();
  },
);

describe('on paper', () => {
  it('a page of rules has its text and the addresses of its sources, and no menus or forms', async () => {
    const watched = await openPage(browser, at('/rules/gb/gb.plab.window'));
    await watched.page.emulateMedia({ media: 'print' });
    for (const role of ['navigation', 'button', 'textbox'] as const)
      expect(await watched.page.getByRole(role).count()).toBe(0);
    expect(await watched.page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const after = await watched.page
      .locator('cite a')
      .first()
      .evaluate(
        (link) =>
          (
            globalThis as unknown as { getComputedStyle(e: unknown, p: string): { content: string } }
          ).getComputedStyle(link, '::after').content,
      );
    expect(after).toContain('https://');
    await watched.close();
  });
});

describe('the heads of pages', () => {
  it('name each page for search engines, except lists of hits', async () => {
    const canonical = async (path: string) =>
      /<link rel="canonical" href="([^"]+)"/.exec(await (await fetch(at(path))).text())?.[1];
    expect(await canonical('/rules/gb?on=2025-01-01')).toBe(at('/rules/gb'));
    expect(await canonical('/schools')).toBe(at('/schools'));
    expect(await canonical('/schools?q=aiims')).toBeUndefined();
    expect(await (await fetch(at('/schools?q=aiims'))).text()).toContain(
      '<meta name="robots" content="noindex"',
    );
  });

  it('give every page another title', async () => {
    // A page keeps its title when one of its parts is asked for.
    const whole = KINDS.filter(({ path }) => !path.includes('?'));
    const titles = await Promise.all(
      whole.map(async ({ path }) => /<title>([^<]*)/.exec(await (await fetch(at(path))).text())?.[1]),
    );
    expect(new Set(titles).size).toBe(whole.length);
  });
});

describe('an address that leads nowhere', () => {
  it.each(['/nothing', '/rules/zz', '/rules/gb/gb.no.such.rule', '/schools/sch-in-nothing'])(
    '%s says so, and what to do next',
    async (path) => {
      const answer = await fetch(at(path));
      expect(answer.status).toBe(404);
      const watched = await openPage(browser, at(path));
      expect(await watched.page.getByRole('heading', { level: 1 }).innerText()).toBe('This page is not here');
      expect(await watched.page.getByRole('main').getByRole('link').count()).toBeGreaterThanOrEqual(3);
      expect(await findBarriers(watched.page)).toEqual([]);
      await watched.close();
    },
  );

  it('shows what somebody typed as text, never as markup', async () => {
    const answer = await fetch(at(`/rules/${encodeURIComponent('<img src=x onerror=alert(1)>')}`));
    expect(await answer.text()).not.toContain('<img');
    const search = await fetch(at(`/schools?q=${encodeURIComponent('"><img src=x>')}`));
    expect(await search.text()).not.toContain('<img');
  });
});

describe('links', () => {
  const hrefs = (body: string) =>
    [...body.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const ids = (body: string) => new Set([...body.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));

  /** Of each jurisdiction every place on its page is looked for; the links to other pages are followed for one in so many. */
  const FOLLOWED_OF = 6;

  it('inside the pages of rules, agencies and sources all lead to a page and a place that exist', async () => {
    const packs = (await (await fetch(at('/api/packs'))).json()) as { pack: string }[];
    const jurisdictions = packs.map(({ pack }) => `/rules/${pack}`);
    const starts = ['/rules', '/sources', '/agencies', '/about', ...jurisdictions];
    const onlyPlaces = new Set(jurisdictions.filter((_, index) => index % FOLLOWED_OF !== 0));
    const bodies = new Map<string, string>();
    const read = async (address: string) => {
      if (!bodies.has(address)) {
        const answer = await fetch(address);
        bodies.set(address, answer.status === 200 ? await answer.text() : '');
      }
      return bodies.get(address) ?? '';
    };
    const broken = new Set<string>();
    let followed = 0;
    for (const start of starts) {
      for (const href of new Set(hrefs(await read(at(start))))) {
        const target = new URL(href, at(start));
        // The pages of the dossier are tested beside them.
        if (
          target.origin !== new URL(at('/')).origin ||
          /\/(dossier|results|api|reach)/.test(target.pathname)
        )
          continue;
        if (onlyPlaces.has(start) && target.pathname !== start) continue;
        const body = await read(target.origin + target.pathname + target.search);
        const anchor = decodeURIComponent(target.hash.slice(1));
        if (body === '' || (anchor !== '' && !ids(body).has(anchor))) broken.add(`${start} → ${href}`);
        followed += 1;
      }
    }
    expect([...broken]).toEqual([]);
    expect(followed).toBeGreaterThan(1000);
  }, 300_000);
});
