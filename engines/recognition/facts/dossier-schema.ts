/**
 * The published JSON Schema of a dossier (draft 2020-12), made from the vocabulary. It says what `validateDossier` says, as far as a schema
 * can: that ids are unique, that a day exists and that dates are in order is told by `validateDossier` alone.
 */
import type { FactDefinition, Section, Vocabulary } from '../language/vocabulary.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

const UNKNOWN: JsonSchema = { enum: ['unknown', null] };
const EVIDENCE: JsonSchema = { $ref: '#/$defs/evidence' };

export function dossierSchema(vocabulary: Vocabulary): JsonSchema {
  const written = [...vocabulary.sections.values()].filter((section) => writtenFacts(section).length > 0);
  const sections = written.map(
    (section) =>
      [section.kind === 'basis' ? 'qualifications' : section.section, schemaOfSection(section)] as const,
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:testamur:dossier:1',
    title: 'Dossier',
    description: 'What a person holds. A value that is absent or "unknown" is unknown: never no, never zero.',
    ...closed({
      schema: { const: 'testamur/dossier/1' },
      title: {
        type: 'string',
        maxLength: 5_000,
        description: "A name for the person's own use; never read by a rule.",
      },
      note: { type: 'string', maxLength: 5_000 },
      planned: {
        description: 'The application that has not been made yet.',
        ...closed({
          applicationOn: orUnknown({ $ref: '#/$defs/date' }),
          applicationAt: orUnknown({ type: 'string' }),
        }),
      },
      ...Object.fromEntries(sections),
    }),
    $defs: {
      ...SHARED,
      ...Object.fromEntries(
        [...codesUsed(written)].sort().map((list) => [`codes-${list}`, schemaOfCodes(list, vocabulary)]),
      ),
    },
  };
}

const writtenFacts = (section: Section): readonly (readonly [string, FactDefinition])[] =>
  Object.entries(section.facts).filter(([, fact]) => fact.derived !== true);

const closed = (properties: JsonSchema, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
  additionalProperties: false,
});

const orUnknown = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, UNKNOWN] });

const SHARED: JsonSchema = {
  evidence: {
    enum: ['declared', 'document', 'source', 'credential'],
    description:
      'How it is proven: said, seen on a document, confirmed at its source, or a credential verified cryptographically.',
  },
  id: {
    type: 'string',
    pattern: '^[\\p{L}\\p{N}_-]{1,64}$',
    description: 'A name of the entry, unique in its list.',
  },
  date: {
    type: 'string',
    pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
    description: 'A year, a month or a day: "2019", "2019-05", "2019-05-20".',
  },
  day: { anyOf: [{ $ref: '#/$defs/date' }, pairOf({ $ref: '#/$defs/date' })] },
  school: {
    anyOf: [
      { type: 'string', minLength: 1, maxLength: 1_000, description: 'The id of a school in the registry.' },
      {
        description: 'A school that the registry does not have.',
        ...closed(
          {
            name: { type: 'string', minLength: 1, maxLength: 1_000 },
            country: { $ref: '#/$defs/codes-countries' },
            city: { type: 'string', maxLength: 1_000 },
            from: orUnknown({ $ref: '#/$defs/day' }),
            to: orUnknown({ $ref: '#/$defs/day' }),
          },
          ['name', 'country'],
        ),
      },
    ],
  },
};

/** "Between": what is known of a value that is not known exactly. */
function pairOf(schema: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { from: schema, to: schema },
    required: ['from', 'to'],
    additionalProperties: false,
  };
}

function schemaOfSection(section: Section): JsonSchema {
  const { kind, label, definition, key } = section;
  const described = { title: label, description: definition };
  const facts = Object.fromEntries(writtenFacts(section).map(([name, fact]) => [name, schemaOfFact(fact)]));
  if (kind === 'singular') return { ...described, ...closed({ evidence: EVIDENCE, ...facts }) };
  const entries = {
    type: 'array',
    maxItems: 500,
    items: closed({ id: { $ref: '#/$defs/id' }, evidence: EVIDENCE, ...facts }, ['id']),
  };
  if (kind === 'basis') return { ...described, ...entries };
  const codes = key === undefined ? undefined : section.facts[key];
  const completeFor =
    codes !== undefined && 'codes' in codes
      ? {
          completeFor: {
            type: 'array',
            maxItems: 500,
            items: { $ref: `#/$defs/codes-${codes.codes}` },
            description: 'Codes for which the entries given are all (none, where there is no entry).',
          },
        }
      : {};
  return {
    ...described,
    ...closed({
      complete: { type: 'boolean', description: '"These are all I have."' },
      ...completeFor,
      evidence: EVIDENCE,
      entries,
    }),
  };
}

function schemaOfFact(fact: FactDefinition): JsonSchema {
  return { title: fact.label, description: fact.definition, ...orUnknown(schemaOfType(fact)) };
}

function schemaOfType(fact: FactDefinition): JsonSchema {
  switch (fact.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'day':
      return { $ref: '#/$defs/day' };
    case 'number': {
      const number = {
        type: 'number',
        ...(fact.min === undefined ? {} : { minimum: fact.min }),
        ...(fact.max === undefined ? {} : { maximum: fact.max }),
      };
      return { anyOf: [number, pairOf(number)], description: fact.unit };
    }
    case 'code':
      return { $ref: `#/$defs/codes-${fact.codes}` };
    case 'codes':
      return { type: 'array', maxItems: 300, items: { $ref: `#/$defs/codes-${fact.codes}` } };
    case 'school':
      return { $ref: '#/$defs/school' };
    case 'text':
      return { type: 'string', maxLength: 1_000 };
  }
}

function codesUsed(sections: readonly Section[]): ReadonlySet<string> {
  const named = sections.flatMap((section) =>
    writtenFacts(section).flatMap(([, fact]) => ('codes' in fact ? [fact.codes] : [])),
  );
  return new Set(['countries', ...named]);
}

/** The label of each code stands beside it, for forms and for readers. */
export function schemaOfCodes(list: string, { codeLists }: Vocabulary): JsonSchema {
  const found = codeLists.get(list);
  return {
    title: found?.label ?? list,
    oneOf: (found?.entries ?? []).map(({ code, label }) => ({ const: code, title: label })),
  };
}
