import type { Pack } from '@testamur/engines/recognition';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage, startBrowser } from '../../../../../testing/browser/index.ts';

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
      const watched = await openPage(browser, at('/about'));
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
