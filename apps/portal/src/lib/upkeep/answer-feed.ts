import type { Language } from '../language/language.ts';
import { stableUrn } from './stable-urn.ts';
import { ATOM, type AtomEntry, writeAtom } from './write-atom.ts';

export type AskedFeed = {
  readonly url: URL;
  readonly language: Language;
  /** What the feed is of: `rules`, or a pack. */
  readonly of: readonly string[];
  readonly title: string;
  readonly page: string;
  readonly recordedOn: string;
  readonly entries: readonly AtomEntry[];
};

/** A feed as the answer to a request; whoever asks again within an hour may take the same. */
export function answerFeed({ url, language, of, title, page, recordedOn, entries }: AskedFeed): Response {
  const { say, link, tag, locale } = language;
  const body = writeAtom({
    id: stableUrn('feed', locale, ...of),
    language: tag,
    title,
    subtitle: say('upkeep.feed.subtitle'),
    author: { name: 'Testamur', address: `${url.origin}${link('/about')}` },
    self: `${url.origin}${url.pathname}`,
    page: `${url.origin}${link(page)}`,
    recordedOn,
    entries,
  });
  return new Response(body, {
    headers: { 'content-type': `${ATOM}; charset=utf-8`, 'cache-control': 'public, max-age=3600' },
  });
}
