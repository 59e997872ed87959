import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const grade = Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C'), Type.Literal('D')]);
const country = Type.String({ pattern: '^[A-Z]{2}$' });

export const CountryLine = Type.Object(
  {
    code: country,
    alpha3: Type.String({ pattern: '^[A-Z]{3}$' }),
    name: text,
    otherNames: Type.Optional(Type.Array(text)),
  },
  closed,
);
export type CountryLine = Static<typeof CountryLine>;

export const SubdivisionLine = Type.Object(
  { code: Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$' }), country, name: text },
  closed,
);
export type SubdivisionLine = Static<typeof SubdivisionLine>;

/** `standing` says whether a page of the authority's own site was read, or its name and address are only recalled. */
export const RegulatorFile = Type.Array(
  Type.Object(
    {
      jurisdiction: text,
      name: text,
      authority: text,
      website: Type.String({ pattern: '^https?://' }),
      standing: Type.Union([Type.Literal('page-read'), Type.Literal('recalled')]),
      grade,
    },
    closed,
  ),
);
export type Regulator = Static<typeof RegulatorFile>[number];

export const SourceFile = Type.Array(
  Type.Object(
    {
      id: text,
      title: text,
      publisher: text,
      licence: text,
      url: Type.String({ pattern: '^https?://' }),
      path: Type.Optional(text),
      commit: Type.Optional(Type.String({ pattern: '^[0-9a-f]{40}$' })),
      asOf: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      grade,
      notes: Type.Optional(text),
    },
    closed,
  ),
);
export type SourceCard = Static<typeof SourceFile>[number];

export const PlaceFile = Type.Array(Type.Array(text, { minItems: 2 }));
export type PlaceGroups = Static<typeof PlaceFile>;
