/** A citation as an author writes it: what the source says once is filled in by the loader. */
import { listOf, oneOf, partialDate, record, seen, text, url } from './check.ts';

export const grade = oneOf('A', 'B', 'C', 'D');

export const citation = record(
  { source: text, locator: text, seen },
  {
    grade,
    url,
    citation: text,
    published: partialDate,
    inForceFrom: partialDate,
    lang: text,
    translation: oneOf('official', 'own'),
  },
  'citation',
);

export const citations = listOf(citation);
