import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableUrn } from './stable-urn.ts';
import { type AtomEntry, type AtomFeed, writeAtom } from './write-atom.ts';

const entry: AtomEntry = {
  id: 'urn:uuid:1',
  title: 'A rule',
  updatedOn: '2026-11-22',
  href: 'https://example.org/rules/gb?a=1&b=2#c',
  category: { term: 'law', label: 'Change of law' },
  lines: ['One', 'Two'],
};
const feed = (entries: readonly AtomEntry[]): AtomFeed => ({
  id: 'urn:uuid:0',
  language: 'en-GB',
  title: 'All',
  subtitle: 'Changes',
  author: { name: 'Testamur', address: 'https://example.org/about' },
  self: 'https://example.org/rules/feed.xml',
  page: 'https://example.org/rules',
  recordedOn: '2026-11-01',
  entries,
});

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const titlesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => unescapeXml(title ?? ''));

describe('a feed', () => {
  it('was last changed on the day of its newest entry, and without any when its law was entered', () => {
    const older = { ...entry, id: 'urn:uuid:2', updatedOn: '2020-01-01' };
    const updated = (xml: string) => /<updated>([^<]*)</.exec(xml)?.[1];
    expect(updated(writeAtom(feed([older, entry, older])))).toBe('2026-11-22T00:00:00Z');
    expect(updated(writeAtom(feed([])))).toBe('2026-11-01T00:00:00Z');
  });

  it('keeps whatever a title says, and nothing in it becomes markup', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'ab ]!-', 'é', '中') }), (title) => {
        const xml = writeAtom(
          feed([{ ...entry, title, lines: [title], href: `https://example.org/${title}` }]),
        );
        expect(titlesIn(xml)).toEqual(['All', title]);
        expect(xml.split('<entry>')).toHaveLength(2);
        expect(
          xml.match(/<[^>]*>/g)?.every((tag) => tag.startsWith('<?') || !tag.slice(1).includes('<')),
        ).toBe(true);
      }),
    ));

  it('leaves out the signs that XML cannot hold', () =>
    expect(titlesIn(writeAtom(feed([{ ...entry, title: 'a\u0000b\u001f\tc' }])))).toEqual(['All', 'ab\tc']));
});

describe('a stable name', () => {
  it('is a UUID of version 8', () =>
    expect(stableUrn('law-change', 'gb', 'gb.plab')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ));
  it('is the same for the same thing and another for another, wherever the words are divided', () => {
    expect(stableUrn('a', 'b')).toBe(stableUrn('a', 'b'));
    expect(
      new Set([stableUrn('a', 'b'), stableUrn('ab'), stableUrn('ab', ''), stableUrn('', 'ab')]).size,
    ).toBe(4);
  });
});
