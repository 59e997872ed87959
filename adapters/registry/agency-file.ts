import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const country = Type.String({ pattern: '^[A-Z]{2}$' });
const partialDate = Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' });
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** A date known to a year, month or day, or only as not before or not after some day. */
export const RoughDate = Type.Union([
  partialDate,
  Type.Object(
    { notBefore: Type.Optional(day), notAfter: Type.Optional(day) },
    { ...closed, minProperties: 1 },
  ),
]);
export type RoughDate = Static<typeof RoughDate>;

const CitationEntry = Type.Object(
  {
    source: text,
    locator: text,
    url: Type.Optional(Type.String({ pattern: '^https?://' })),
    citation: Type.Optional(text),
    published: Type.Optional(partialDate),
    seen: Type.Union([Type.Literal('undated'), day]),
    grade: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C'), Type.Literal('D')]),
  },
  closed,
);
const cite = Type.Array(CitationEntry, { minItems: 1 });

const term = Type.Object(
  {
    outcome: Type.Union([Type.Literal('recognised'), Type.Literal('not-recognised')]),
    from: Type.Optional(RoughDate),
    through: Type.Optional(RoughDate),
    note: Type.Optional(text),
    cite,
  },
  closed,
);
export type TermEntry = Static<typeof term>;

const territory = Type.Union([country, Type.Object({ country, from: RoughDate }, closed)]);

/** One file of packs/agencies. */
export const AgencyFile = Type.Object(
  {
    id: Type.String({ pattern: '^ag-[a-z0-9-]+$' }),
    acronym: Type.Optional(text),
    name: text,
    edition: day,
    recognitions: Type.Array(
      Type.Object(
        {
          recogniser: text,
          territories: Type.Array(territory, { minItems: 1 }),
          terms: Type.Array(term, { minItems: 1 }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type AgencyFile = Static<typeof AgencyFile>;

/** packs/agencies/recognisers.yaml. */
export const RecogniserFile = Type.Array(
  Type.Object(
    { id: text, name: text, website: text, programme: Type.Object({ from: partialDate, cite }, closed) },
    closed,
  ),
);
export type RecogniserFile = Static<typeof RecogniserFile>;

const outcome = Type.Union(
  (['accredited', 'accredited-with-conditions', 'refused', 'withdrawn'] as const).map((each) =>
    Type.Literal(each),
  ),
);

/** packs/registry/accreditations.yaml, where there is one. */
export const DecisionFile = Type.Array(
  Type.Object(
    { agency: text, school: text, outcome, from: RoughDate, through: Type.Optional(RoughDate), cite },
    closed,
  ),
);
export type DecisionFile = Static<typeof DecisionFile>;
