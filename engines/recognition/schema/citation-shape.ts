/** A citation as an author writes it: what the source says once is filled in by the loader. */
import type { Citation } from '../../kernel/index.ts';
import { listOf, oneOf, partialDate, record, seen, text, url } from './check.ts';

export const grade = oneOf('A', 'B', 'C', 'D');

const more = {
  url,
  citation: text,
  published: partialDate,
  inForceFrom: partialDate,
  lang: text,
  translation: oneOf('official', 'own'),
};

export const citation = record({ source: text, locator: text, seen }, { grade, ...more }, 'citation');

export const citations = listOf(citation);

/** Where no list of sources stands beside it, a citation brings its source along. */
export type WholeCitation = Omit<Citation, 'source'> & { readonly title: string; readonly publisher: string };

export const wholeCitation = record(
  { title: text, publisher: text, locator: text, seen, grade },
  more,
  'wholeCitation',
);

export const citeWhole = ({ title, publisher, ...each }: WholeCitation): Citation => ({
  source: `${title}, ${publisher}`,
  ...each,
});
