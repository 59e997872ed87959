import type { Pack } from '@testamur/engines/recognition';
import { openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
const packOf = async (id: string) => (await (await fetch(at(`/api/packs/${id}`))).json()) as Pack;
const PLAIN = { javaScriptEnabled: false };

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

describe('the history of a jurisdiction', () => {
  it('is linked from its page, and has every day on which a rule or a route began or ended', async () => {
    const pack = await packOf('in');
    const watched = await openPage(browser, at('/rules/in'), PLAIN);
    await watched.page.getByRole('link', { name: 'How the law has changed and will change' }).click();
    expect(watched.page.url()).toBe(at('/rules/in/changes'));
    const shown = await watched.page
      .locator('h3 time')
      .evaluateAll((found) => found.map((each) => each.getAttribute('datetime')));
    const begun = [...pack.rules.flatMap(({ versions }) => versions), ...pack.routes].flatMap(
      ({ inForce }) => inForce?.from ?? [],
    );
    expect(begun.length).toBeGreaterThan(5);
    expect(begun.filter((day) => !shown.includes(day))).toEqual([]);
    await watched.close();
  });

  it('tells what each version brought, with its hash', async () => {
    const packs = (await (await fetch(at('/api/packs'))).json()) as { pack: string; hash: string }[];
    const watched = await openPage(browser, at('/rules/gb/changes'), PLAIN);
    const text = await watched.page
      .locator('section', { has: watched.page.locator('#versions') })
      .innerText();
    expect(text).toContain(packs.find(({ pack }) => pack === 'gb')?.hash ?? 'none');
    expect(text).toContain('First published version');
    expect(text).toContain('Nobody is said to have approved it');
    await watched.close();
  });
});

type Feed = {
  readonly fault: string | null;
  readonly self: string | null;
  readonly head: readonly (readonly [string, number])[];
  readonly authors: number;
  readonly entries: readonly {
    readonly id: string;
    readonly once: readonly number[];
    readonly updated: string;
    readonly href: string | null;
    readonly text: string;
  }[];
};

/** As a browser reads XML: it refuses what is not well formed. */
const readFeed = `(xml) => {
  const atom = 'http://www.w3.org/2005/Atom';
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  const root = parsed.documentElement;
  const below = (node, name) => [...node.children].filter((each) => each.namespaceURI === atom && each.localName === name);
  const link = (node, rel) => below(node, 'link').find((each) => each.getAttribute('rel') === rel)?.getAttribute('href') ?? null;
  return {
    fault: parsed.querySelector('parsererror')?.textContent ?? (root.localName === 'feed' && root.namespaceURI === atom ? null : 'no feed'),
    self: link(root, 'self'),
    head: ['id', 'title', 'updated'].map((name) => [name, below(root, name).length]),
    authors: below(root, 'author').filter((author) => below(author, 'name').length === 1).length,
    entries: below(root, 'entry').map((entry) => ({
      id: below(entry, 'id')[0]?.textContent ?? '',
      once: ['id', 'title', 'updated', 'content'].map((name) => below(entry, name).length),
      updated: below(entry, 'updated')[0]?.textContent ?? '',
      href: link(entry, 'alternate'),
      text: below(entry, 'content')[0]?.textContent ?? '',
    })),
  };
}`;

describe('the feeds of changes', () => {
  it.each(['/rules/feed.xml', '/rules/in/feed.xml', '/ar/rules/ca-bc/feed.xml'])(
    '%s is a feed as RFC 4287 asks',
    async (path) => {
      const answer = await fetch(at(path));
      expect(answer.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
      // Our own pages turn no text into a document (Trusted Types).
      const watched = await openPage(browser, 'about:blank');
      const xml = await answer.text();
      const feed = (await watched.page.evaluate(`(${readFeed})(${JSON.stringify(xml)})`)) as Feed;
      await watched.close();
      expect(feed.fault).toBeNull();
      expect(feed.self).toBe(at(path));
      expect(feed.head.map(([, count]) => count)).toEqual([1, 1, 1]);
      expect(feed.authors).toBe(1);
      expect(feed.entries.length).toBeGreaterThan(0);
      expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
      for (const { id, once, updated, href, text } of feed.entries) {
        expect(id).toMatch(/^urn:uuid:/);
        expect(once).toEqual([1, 1, 1, 1]);
        expect(updated).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
        expect(href).toMatch(/^https?:/);
        expect(text).not.toBe('');
      }
      const days = feed.entries.map(({ updated }) => updated);
      expect(days).toEqual(days.toSorted().toReversed());
    },
  );

  it('have an entry for each change of law and for each version, which lead to pages that are there', async () => {
    const pack = await packOf('in');
    const changes = [...pack.rules.flatMap(({ versions }) => versions), ...pack.routes].flatMap(
      ({ inForce }) => inForce?.from ?? [],
    );
    const xml = await (await fetch(at('/rules/in/feed.xml'))).text();
    const links = [...xml.matchAll(/<entry>[\s\S]*?href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(changes.length);
    for (const link of new Set(links)) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
  });

  it('are announced on the pages that they tell of', async () => {
    for (const [page, feed] of [
      ['/rules', '/rules/feed.xml'],
      ['/rules/gb', '/rules/gb/feed.xml'],
      ['/fr/rules/gb/changes', '/fr/rules/gb/feed.xml'],
    ] as const) {
      const body = await (await fetch(at(page))).text();
      const announced = /<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]*)"/.exec(
        body,
      )?.[1];
      expect([page, announced]).toEqual([page, feed]);
    }
  });

  it('are not there for a pack that there is none of', async () => {
    expect((await fetch(at('/rules/nowhere/feed.xml'))).status).toBe(404);
    expect((await fetch(at('/rules/nowhere/changes'))).status).toBe(404);
  });
});

describe('what we do not know yet', () => {
  it('is counted for every jurisdiction, and shown for one that is picked without JavaScript', async () => {
    const packs = (await (await fetch(at('/api/packs'))).json()) as { name: string; openQuestions: number }[];
    const watched = await openPage(browser, at('/rules/unknown'), PLAIN);
    expect(await watched.page.locator('main tbody tr').count()).toBe(packs.length);
    await watched.page.getByLabel('Jurisdiction').selectOption('United Kingdom');
    await watched.page.getByRole('button', { name: 'Show' }).click();
    const pack = await packOf('gb');
    const shown = (await watched.page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(pack.openQuestions.filter(({ question }) => !shown.includes(question))).toEqual([]);
    const points = JSON.stringify(pack.rules).match(/"notResearched":"[^"]*"/g) ?? [];
    expect(points.length).toBeGreaterThan(0);
    expect(
      points.map((point) => point.slice(17, -1)).filter((question) => !shown.includes(question)),
    ).toEqual([]);
    await watched.close();
  });

  it('gives whoever takes a question a text that names it, what it touches, the version and the hash', async () => {
    const watched = await openPage(browser, at('/rules/unknown?in=gb'), PLAIN);
    await watched.page.locator('[id="q-fees"]').getByRole('link', { name: 'Take this one' }).click();
    const text = await watched.page.getByLabel('Your text, prepared').inputValue();
    for (const part of [
      'What does the GMC charge',
      'step.gb.plab1',
      'sha256:',
      at('/rules/unknown?in=gb#q-fees'),
    ])
      expect(text).toContain(part);
    const mail = await watched.page.getByRole('link', { name: 'Write the mail' }).getAttribute('href');
    expect(decodeURIComponent(mail ?? '')).toContain(text.trim());
    await watched.close();
  });

  it('refuses a jurisdiction that there is none of', async () =>
    expect((await fetch(at('/rules/unknown?in=nowhere'))).status).toBe(404));
});

describe('what is due to be read again', () => {
  it('says plainly of whom nobody looks after, and has every jurisdiction', async () => {
    const packs = (await (await fetch(at('/api/packs'))).json()) as unknown[];
    const watched = await openPage(browser, at('/rules/due'), PLAIN);
    expect(
      await watched.page.getByRole('heading', { name: 'Vacant: nobody looks after these' }).count(),
    ).toBe(1);
    expect(await watched.page.locator('main tbody tr').count()).toBeGreaterThanOrEqual(packs.length);
    await watched.page.goto(at('/rules/gb'));
    expect(await watched.page.locator('main').innerText()).toContain(
      'Vacant: nobody looks after these rules yet',
    );
    await watched.close();
  });

  it('shows each wording of one jurisdiction that falls due in the time asked, and no other', async () => {
    const pack = await packOf('ke');
    const days = pack.rules.flatMap(({ versions }) => versions.map(({ reviewBy }) => reviewBy));
    const shownOf = async (within: string) => {
      const watched = await openPage(browser, at(`/rules/due?in=ke&within=${within}`), PLAIN);
      const until = await watched.page.locator('#reviews').innerText();
      const shown = await watched.page
        .locator('section:has(#reviews) tbody td:nth-child(2) time')
        .evaluateAll((found) => found.map((each) => each.getAttribute('datetime') ?? ''));
      await watched.close();
      return { until, shown };
    };
    for (const within of ['P90D', 'P1Y']) {
      const { until, shown } = await shownOf(within);
      const last = new Date(`${until.replace('Due by ', '')} UTC`).toISOString().slice(0, 10);
      expect([within, shown.length]).toEqual([within, days.filter((day) => day <= last).length]);
    }
  });
});

describe('what a province makes of the law of its country', () => {
  it('names every rule there once: replaced, left out or taken, with the reason', async () => {
    const pack = await packOf('ca-bc');
    const watched = await openPage(browser, at('/rules/ca-bc'), PLAIN);
    const section = watched.page.locator('section:has(#inherits)');
    const linked = await section
      .locator('a')
      .evaluateAll((links) => links.map((each) => each.getAttribute('href')));
    const named = (await packOf('ca')).rules.map(({ rule }) => `/rules/ca/${rule}`);
    expect(named.filter((rule) => linked.filter((each) => each === rule).length !== 1)).toEqual([]);
    const text = (await section.innerText()).replace(/\s+/g, ' ');
    const reasons = [...(pack.inherits?.replaces ?? []), ...(pack.inherits?.leaves ?? [])];
    expect(reasons.filter(({ because }) => !text.includes(because))).toEqual([]);
    await watched.page.goto(at('/rules/gb'));
    expect(await watched.page.locator('#inherits').count()).toBe(0);
    await watched.close();
  });
});
