/** Which pages a copy without a server has, and what makes them work there. */
import type { LibraryFile } from '@testamur/adapters/library';
import { sha256Hex } from '@testamur/engines/kernel';

/** Pages to read: made once, the same for everybody. */
export function pagesToRead({ law }: LibraryFile): readonly string[] {
  const rules = law.packs.flatMap(({ pack: { pack, rules } }) => [
    `/rules/${pack}`,
    ...rules.map(({ rule }) => `/rules/${pack}/${rule}`),
  ]);
  return ['/rules', ...rules, '/sources', '/agencies', '/about', '/design', '/offline'];
}

/** Pages of the person: the browser computes what stands on them. */
export function ownPages({ law }: LibraryFile): readonly string[] {
  return [
    ...['/', '/dossier', '/results', '/compare', '/offline/shell'],
    ...law.packs.map(({ pack: { pack } }) => `/results/${pack}`),
  ];
}

export const fileOfPage = (address: string): string =>
  address === '/' ? 'index.html' : `${address.slice(1)}/index.html`;

/** What the client of a page of the person asks for when it comes there from another page. */
export const dataOfPage = (address: string): string => `${address === '/' ? '' : address}/__data.json`;

type Copied = {
  readonly address: string;
  /** Where the page was taken from, without a slash at its end. */
  readonly takenFrom: string;
  /** Where the copy will stand; empty where that is not known. */
  readonly origin: string;
  readonly policy: string | null;
  /** Parts of the library and their addresses, as `library-files` of the portal reads them. */
  readonly libraryFiles?: unknown;
};

/** The page as it stands without the server: its own addresses, its security policy in the page, and where the law lies. */
export function copyPage(html: string, { address, takenFrom, origin, policy, libraryFiles }: Copied): string {
  const told = [
    ...(policy === null
      ? []
      : [`<meta http-equiv="content-security-policy" content="${escapeAttribute(inPage(policy))}">`]),
    ...(libraryFiles === undefined
      ? []
      : [`<script type="application/json" id="library-files">${escapeScript(libraryFiles)}</script>`]),
  ].join('');
  const copy = html
    .replaceAll(takenFrom, origin)
    .replaceAll(encodeURIComponent(takenFrom), encodeURIComponent(origin))
    .replace('<meta charset="utf-8" />', (charset) => charset + told);
  const nonce = /'nonce-([^']+)'/.exec(policy ?? '')?.[1];
  // A page that never changes needs no other number each time; so the same law gives the same bytes.
  return nonce === undefined ? copy : copy.replaceAll(nonce, sha256Hex(address).slice(0, NONCE_LENGTH));
}

const NONCE_LENGTH = 24;

/** Of a policy in the page itself a browser ignores these, and says so. */
const inPage = (policy: string): string =>
  policy
    .split(';')
    .filter((part) => !/^\s*(frame-ancestors|report-uri|sandbox)\b/.test(part))
    .join(';');

const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const escapeScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
