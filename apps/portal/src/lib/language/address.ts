/** The language stands in the address: `/fr/results`. English, the source, has no prefix. */
import { type Locale, OFFERED, SOURCE } from './languages.ts';

export type Place = {
  readonly locale: Locale;
  /** Without language, beginning with a slash. */
  readonly path: string;
};

/** Takes apart a path below the base. A prefix that is no offered language is part of the path. */
export function readPlace(path: string, offered: readonly Locale[] = OFFERED): Place {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(path) ?? [];
  const locale = offered.find((each) => each === first && each !== SOURCE);
  return locale === undefined
    ? { locale: SOURCE, path: path === '' ? '/' : path }
    : { locale, path: rest === '' ? '/' : rest };
}

/** Puts it together again; `path` may carry a search and a fragment. */
export function writePlace({ locale, path }: Place): string {
  if (locale === SOURCE) return path;
  const rest = path.startsWith('/') ? path.slice(1) : path;
  return rest === '' || /^[?#]/.test(rest) ? `/${locale}${rest}` : `/${locale}/${rest}`;
}
