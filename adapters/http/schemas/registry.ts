import { Type } from 'typebox';
import { CitationSchema } from './citation.ts';
import { named, refTo } from './named.ts';

const text = () => Type.String();
const open = { additionalProperties: true } as const;
const country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' });

const bound = Type.Union(
  [
    Type.String({ description: 'A day' }),
    Type.Object({ earliest: Type.Optional(text()), latest: Type.Optional(text()) }),
  ],
  { description: 'A day, or the first and the last day it can have been' },
);
export const SpanSchema = named(
  'Span',
  Type.Object(
    { from: Type.Optional(bound), to: Type.Optional(bound) },
    { description: 'From `from` up to, not including, `to`' },
  ),
);

export const SchoolFoundSchema = named(
  'SchoolFound',
  Type.Object({
    id: text(),
    score: Type.Number({ description: '0 to 1; comparable within one answer only' }),
    name: text(),
    country,
    city: Type.Optional(text()),
    matchedOn: Type.Object({ kind: text(), text: text() }),
    words: Type.Array(Type.Object({ query: text(), found: text(), in: text(), how: text() }), {
      description: 'Which word met which, and how',
    }),
  }),
);

export const DecisionSchema = named(
  'AccreditationDecision',
  Type.Object({
    agency: text(),
    outcome: text(),
    campus: Type.Optional(text()),
    span: refTo(SpanSchema),
    cite: Type.Array(refTo(CitationSchema)),
  }),
);

export const SchoolSchema = named(
  'School',
  Type.Object(
    {
      id: text(),
      name: text(),
      country,
      evidence: Type.Record(Type.String(), Type.Array(text()), {
        description: 'The sources behind each field; an absent field is unknown',
      }),
      decisions: Type.Array(refTo(DecisionSchema), {
        description: 'Decisions known here. None listed is not "not accredited"',
      }),
    },
    { ...open, description: 'A candidate with evidence, not an entry of a world directory' },
  ),
);

export const AgencySchema = named(
  'Agency',
  Type.Object({
    agency: text(),
    name: text(),
    acronym: Type.Optional(text()),
    recognitions: Type.Array(
      Type.Object({
        recogniser: text(),
        recogniserName: text(),
        territories: Type.Array(Type.Object({ country, span: Type.Optional(refTo(SpanSchema)) })),
        terms: Type.Array(
          Type.Object({
            outcome: text(),
            span: refTo(SpanSchema),
            cite: Type.Array(refTo(CitationSchema)),
          }),
        ),
      }),
    ),
    decisions: Type.Integer({ description: 'How many of its decisions are known here' }),
  }),
);

export const SchoolQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 200, description: 'Name, town or initials, in any script' }),
    country: Type.Optional(country),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: '10 where absent' })),
  },
  { additionalProperties: false },
);
export const SchoolParams = Type.Object({ school: Type.String({ maxLength: 100 }) });

export const REGISTRY_SCHEMAS = [SpanSchema, SchoolFoundSchema, DecisionSchema, SchoolSchema, AgencySchema];
