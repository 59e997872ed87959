import { Type } from 'typebox';
import { closed, grade, oneOf, text } from './members.ts';
import { named } from './named.ts';

/** Where a sentence of law or a fact was read. */
export const CitationSchema = named(
  'Citation',
  Type.Object(
    {
      source: text(),
      locator: text(),
      url: Type.Optional(text()),
      citation: Type.Optional(text()),
      published: Type.Optional(text()),
      inForceFrom: Type.Optional(text()),
      seen: Type.String({ description: 'The day of the copy that was read, or "undated"' }),
      lang: Type.Optional(text()),
      translation: Type.Optional(oneOf(['official', 'own'])),
      grade,
    },
    closed,
  ),
);
