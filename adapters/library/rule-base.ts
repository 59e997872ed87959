/** The library as it is published: files named by the SHA-256 of what is in them, and one index that names them all. */
import { type Static, Type } from 'typebox';

const File = (description: string) =>
  Type.Object(
    {
      file: Type.String({ pattern: '^files/[0-9a-f]{64}\\.json$', description: 'Address, from this index' }),
      sha256: Type.String({
        pattern: '^[0-9a-f]{64}$',
        description: 'Of the bytes of the file, which are canonical JSON (RFC 8785)',
      }),
      bytes: Type.Integer({ minimum: 2 }),
    },
    { description, additionalProperties: false },
  );

const PublishedPackSchema = Type.Object(
  {
    pack: Type.String({ examples: ['gb'] }),
    name: Type.String(),
    kind: Type.Union([Type.Literal('authority'), Type.Literal('national-layer'), Type.Literal('regime')]),
    jurisdiction: Type.String({ description: 'ISO 3166-1 or 3166-2, or a code of our own for a regime' }),
    version: Type.String(),
    readiness: Type.Union([Type.Literal('ready'), Type.Literal('with-unknowns'), Type.Literal('steps-only')]),
    routes: Type.Integer({ minimum: 0 }),
    rules: Type.Integer({ minimum: 0 }),
    openQuestions: Type.Integer({ minimum: 0, description: 'Points that nobody has established' }),
    law: File('The whole pack'),
  },
  { additionalProperties: false },
);

export const RuleBaseSchema = Type.Object(
  {
    schema: Type.Literal('testamur/rule-base/1'),
    publishedOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    licence: Type.Literal('CC-BY-4.0', {
      description: 'Of the packs; data of others keep the terms of their source cards',
    }),
    hash: Type.String({
      pattern: '^sha256:[0-9a-f]{64}$',
      description:
        'SHA-256 of the canonical JSON of `packs` and `parts`: two bases with the same hash are the same',
    }),
    packs: Type.Array(PublishedPackSchema),
    parts: Type.Object(
      {
        vocabulary: File('Sections, code lists and groups'),
        steps: File('Steps that several packs share'),
        agreements: File('Agreements that are information only'),
        registry: File('Schools, agencies and their names'),
        search: File('The index of the search for a school'),
        cases: File('Cases that test the rules'),
        places: File('Countries, subdivisions, regulators and source cards'),
        changelogs: File('What each version of a pack brought'),
        maintainers: File('Who may propose and approve'),
        languages: File('The vocabulary and the shared steps in other languages'),
      },
      { additionalProperties: false },
    ),
  },
  {
    $id: 'urn:testamur:rule-base:1',
    title: 'A published rule base',
    description: 'rule-base.json, beside the folder files/ that it names',
    additionalProperties: false,
  },
);

export type RuleBase = Static<typeof RuleBaseSchema>;
export type PublishedFile = RuleBase['packs'][number]['law'];
export const RULE_BASE_FILE = 'rule-base.json';
