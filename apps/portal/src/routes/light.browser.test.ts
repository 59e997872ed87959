import {
  EVERY_PAGE,
  findAskedTwice,
  findSmallTargets,
  findUnlistedPages,
  findUnstyled,
  HEAVIEST_PAGES,
  openPage,
  startBrowser,
  weighPage,
} from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const KILOBYTE = 1000;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

it('every kind of page is known to the checks', () => expect(findUnlistedPages()).toEqual([]));

describe('a first visit', () => {
  it.each([...EVERY_PAGE, ...HEAVIEST_PAGES])(
    'to $path shows its first content in 40 kB, with the styles of all that stands on it, and asks no other site',
    async (kind) => {
      const weight = await weighPage(browser, inject('productUrl'), kind, async (page) =>
        expect(await findUnstyled(page)).toEqual([]),
      );
      expect(weight.foreign).toEqual([]);
      expect(weight.firstContent).toBeGreaterThan(1 * KILOBYTE);
      expect(weight.firstContent).toBeLessThanOrEqual(40 * KILOBYTE);
    },
  );

  it('to the results takes at most 100 kB of script until the list stands, and 150 kB of rule data, the law among them', async () => {
    const results = EVERY_PAGE.filter(({ route }) => route === '/results');
    for (const kind of results) {
      const weight = await weighPage(browser, inject('productUrl'), kind);
      expect(weight.files.filter(({ name }) => /\/law\.[^/]+\.json$/.test(name))).toHaveLength(1);
      expect(weight.files.filter(({ name }) => /\/library\.worker-[^/]+\.js$/.test(name))).toHaveLength(1);
      expect(weight.script).toBeLessThanOrEqual(100 * KILOBYTE);
      expect(weight.data).toBeLessThanOrEqual(150 * KILOBYTE);
    }
    expect(results).toHaveLength(1);
  });
});

it('what a person said is not asked of her again', async () => {
  expect(await findAskedTwice(browser, inject('productUrl'))).toEqual([]);
});

it.each(['/', '/rules', '/sources', '/design'])('a finger can press everything on %s', async (path) => {
  const watched = await openPage(browser, `${inject('productUrl')}${path}`, {
    viewport: { width: 360, height: 740 },
  });
  expect(await findSmallTargets(watched.page)).toEqual([]);
  await watched.close();
});
