import type { Pack } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import type { Reference } from '../reference/open-reference.ts';

/** A link to a rule, route, step or table, wherever it stands. */
export type Pointer = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
};

export type Point = (id: string) => Pointer;

/** `link` writes the address of a page in the reader's language; `query` is what it keeps, such as `?on=2026-03-31`. */
export type Links = Pick<Language, 'link'> & { readonly query: string };

/** All that can be pointed at. */
type PointedAt = {
  readonly packs: ReadonlyMap<string, { readonly pack: Pack }>;
  readonly book: Pick<Reference['book'], 'commonSteps'>;
};

/** Finds what an id names, in any pack. Shared steps stand on the page of all rules. */
export function pointing({ packs, book }: PointedAt, { link, query }: Links): Point {
  const targets = new Map<string, Pointer>();
  const add = (id: string, title: string, text: string, page: string) =>
    targets.set(id, { id, title, text, href: link(`${page}#${id}`) });
  for (const { pack } of packs.values()) {
    const page = `/rules/${pack.pack}${query}`;
    for (const { rule, title, text } of pack.rules) add(rule, title, text, page);
    for (const { route, title } of pack.routes) add(route, title, '', page);
    for (const { step, title, text } of pack.steps) add(step, title, text, page);
    for (const { table, title } of pack.tables) add(table, title, '', page);
  }
  for (const { step, title, text } of book.commonSteps) add(step, title, text, '/rules');
  return (id) => targets.get(id) ?? { id, title: id, text: '', href: link('/rules') };
}
