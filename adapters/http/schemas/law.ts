import { Type } from 'typebox';
import { CitationSchema } from './citation.ts';
import { named, refTo } from './named.ts';
import { PolicySchema } from './policy.ts';

const text = () => Type.String();
const day = (description: string) => Type.Optional(Type.String({ description, examples: ['2026-11-22'] }));
/** What the engine reads: told here as far as a reader of the law needs it; the whole shape is in docs. */
const open = { additionalProperties: true } as const;

const RegulatorSchema = Type.Object({ name: text(), url: text() });
const DayRangeSchema = Type.Object({ from: Type.Optional(text()), to: Type.Optional(text()) });

export const PackSummarySchema = named(
  'PackSummary',
  Type.Object({
    pack: text(),
    name: text(),
    kind: Type.Union([Type.Literal('authority'), Type.Literal('national-layer'), Type.Literal('regime')]),
    jurisdiction: Type.String({ description: 'ISO 3166-1 or 3166-2, or a code of our own for a regime' }),
    version: text(),
    hash: Type.String({ description: 'SHA-256 of its canonical JSON' }),
    readiness: text(),
    regulator: RegulatorSchema,
    routes: Type.Integer(),
    rules: Type.Integer(),
    openQuestions: Type.Integer({ description: 'Points that nobody has established' }),
  }),
);

export const RuleSchema = named(
  'Rule',
  Type.Object({
    rule: text(),
    title: text(),
    kind: text(),
    text: Type.String({ description: 'In our own words, what the source says' }),
    versions: Type.Array(
      Type.Object(
        {
          version: text(),
          inForce: Type.Optional(DayRangeSchema),
          appliesTo: Type.Optional(
            Type.Object({ anchor: text(), from: Type.Optional(text()), to: Type.Optional(text()) }),
          ),
          recordedAt: text(),
          reviewBy: text(),
          cite: Type.Array(refTo(CitationSchema)),
          when: Type.Object({}, { ...open, description: 'The condition, in the rule language' }),
        },
        open,
      ),
    ),
  }),
);

export const SourceSchema = named(
  'Source',
  Type.Object(
    {
      source: text(),
      title: text(),
      publisher: text(),
      url: Type.Optional(text()),
      citation: Type.Optional(text()),
      published: Type.Optional(text()),
      lang: text(),
      grade: text(),
    },
    open,
  ),
);

export const RuleDescribedSchema = named(
  'RuleDescribed',
  Type.Object({
    pack: text(),
    packVersion: text(),
    packHash: text(),
    rule: refTo(RuleSchema),
    sources: Type.Array(refTo(SourceSchema)),
    askedBy: Type.Array(text(), { description: 'Routes that ask for it' }),
    standing: Type.Object({
      on: text(),
      knownOn: text(),
      state: Type.Union([Type.Literal('known'), Type.Literal('notResearched'), Type.Literal('stale')]),
      versions: Type.Array(text(), { description: 'Wordings that cover the day' }),
      assumedUnchangedSince: Type.Optional(text()),
    }),
  }),
);

export const PackSchema = named(
  'Pack',
  Type.Object(
    {
      pack: text(),
      kind: text(),
      name: text(),
      jurisdiction: text(),
      zone: Type.String({ description: 'IANA zone in which the authority counts days' }),
      version: text(),
      readiness: text(),
      regulator: RegulatorSchema,
      languages: Type.Array(text()),
      sources: Type.Array(refTo(SourceSchema)),
      rules: Type.Array(refTo(RuleSchema)),
      routes: Type.Array(Type.Object({ route: text(), title: text(), grants: text() }, open)),
      steps: Type.Array(Type.Object({ step: text(), title: text() }, open)),
      openQuestions: Type.Array(Type.Object({ id: text(), question: text(), affects: Type.Array(text()) })),
    },
    open,
  ),
);

export const VocabularySchema = named(
  'Vocabulary',
  Type.Object({
    schema: Type.Literal('testamur/vocabulary/1'),
    sections: Type.Array(Type.Object({ section: text(), kind: text(), label: text() }, open)),
    codeLists: Type.Array(Type.Object({ codes: text(), label: text() }, open)),
    groups: Type.Array(Type.Object({ group: text(), codes: text(), label: text() }, open)),
  }),
);

export const LawSchema = named(
  'Law',
  Type.Object(
    {
      schema: Type.Literal('testamur/law/1'),
      packs: Type.Array(Type.Object({ hash: text(), pack: refTo(PackSchema) })),
      policies: Type.Array(refTo(PolicySchema)),
    },
    open,
  ),
);

export const PackParams = Type.Object({ pack: Type.String({ description: 'Such as gb or us-ny' }) });
export const RuleParams = Type.Object({ rule: Type.String({ description: 'Such as gb.english.ielts' }) });
export const DaysQuery = Type.Object(
  {
    on: day('The law of this day, YYYY-MM-DD; today (UTC) where absent'),
    knownOn: day('As it was known on this day; by all that is known where absent'),
  },
  { additionalProperties: false },
);

export const LAW_SCHEMAS = [
  PackSummarySchema,
  RuleSchema,
  SourceSchema,
  RuleDescribedSchema,
  PackSchema,
  VocabularySchema,
  PolicySchema,
  LawSchema,
];
