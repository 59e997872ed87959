import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const country = Type.String({ pattern: '^[A-Z]{2}$' });
const sourceIds = Type.Array(text, { minItems: 1, uniqueItems: true });

/** What kind of institution the sources show; the last three may give no basic medical degree. */
const schoolKind = Type.Union(
  (
    [
      'medical-school',
      'medical-university',
      'faculty-within-university',
      'independent-college',
      'listed-institution',
      'health-sciences-university',
      'tcm-university',
      'university-with-medical-name-variant',
    ] as const
  ).map((kind) => Type.Literal(kind)),
);

const level = Type.Union(
  (['council-list', 'national-list', 'registry-name', 'domain-list-name'] as const).map((each) =>
    Type.Literal(each),
  ),
);

/** One line of `schools/<country>.jsonl`. An absent field is unknown; `evidence` names the sources behind each field. */
export const SchoolLine = Type.Object(
  {
    id: Type.String({ pattern: '^sch-[a-z]{2}-[0-9a-hjkmnp-tv-z]{7}$' }),
    keys: Type.Array(text, { minItems: 1 }),
    name: text,
    otherNames: Type.Optional(Type.Array(text, { minItems: 1 })),
    country,
    subdivision: Type.Optional(Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$' })),
    region: Type.Optional(text),
    city: Type.Optional(text),
    coordinates: Type.Optional(
      Type.Tuple([Type.Number({ minimum: -90, maximum: 90 }), Type.Number({ minimum: -180, maximum: 180 })]),
    ),
    institutionFounded: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
    website: Type.Optional(Type.String({ pattern: '^https?://' })),
    ror: Type.Optional(Type.String({ pattern: '^0[a-z0-9]{6}[0-9]{2}$' })),
    rorStatus: Type.Optional(
      Type.Union([Type.Literal('active'), Type.Literal('inactive'), Type.Literal('withdrawn')]),
    ),
    wikidata: Type.Optional(Type.String({ pattern: '^Q\\d+$' })),
    host: Type.Optional(Type.Object({ ror: text, wikidata: Type.Optional(text) }, closed)),
    affiliatedTo: Type.Optional(text),
    kind: schoolKind,
    level,
    evidence: Type.Record(Type.String(), sourceIds),
  },
  closed,
);
export type SchoolLine = Static<typeof SchoolLine>;
