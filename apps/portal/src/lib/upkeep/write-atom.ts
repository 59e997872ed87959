/** An Atom feed (RFC 4287) as text. */

export type AtomEntry = {
  readonly id: string;
  readonly title: string;
  /** A civil day: the feed says its first instant in universal time. */
  readonly updatedOn: string;
  readonly href: string;
  readonly category: { readonly term: string; readonly label: string };
  /** One paragraph each. */
  readonly lines: readonly string[];
};

export type AtomFeed = {
  readonly id: string;
  /** Of titles and terms; what the entries say is in the language of the law. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: { readonly name: string; readonly address: string };
  readonly self: string;
  /** The page that says the same. */
  readonly page: string;
  /** When what it tells of was last entered: for a feed without an entry. */
  readonly recordedOn: string;
  readonly entries: readonly AtomEntry[];
};

export const ATOM = 'application/atom+xml';

export function writeAtom(feed: AtomFeed): string {
  const days = feed.entries.map(({ updatedOn }) => updatedOn).toSorted();
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', instant(days.at(-1) ?? feed.recordedOn)),
    `<author>${element('name', feed.author.name)}${element('uri', feed.author.address)}</author>`,
    `<link rel="self" type="${ATOM}" href="${escapeXml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>`,
    ...feed.entries.map(writeEntry),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function writeEntry({ id, title, updatedOn, href, category, lines }: AtomEntry): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', instant(updatedOn)),
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    `<category term="${escapeXml(category.term)}" label="${escapeXml(category.label)}"/>`,
    `<content type="text" xml:lang="en">${escapeXml(lines.join('\n'))}</content>`,
    '</entry>',
  ].join('\n');
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
const instant = (day: string): string => `${day}T00:00:00Z`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapeXml = (text: string): string =>
  [...text]
    .filter(isWritable)
    .map((sign) => ESCAPES[sign] ?? sign)
    .join('');

/** XML 1.0, section 2.2: it has no way to write most control characters, nor half of a pair. */
function isWritable(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
