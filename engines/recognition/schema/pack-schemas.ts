/** A JSON Schema (draft 2020-12) for each kind of file of packs, made from the shapes that read them and from the vocabulary. */
import type { JsonSchema } from '../facts/dossier-schema.ts';
import type { Step } from '../language/pack.ts';
import { agreementShape } from '../language/parse-agreement.ts';
import { translationShape } from '../language/parse-translation.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { dossierParts, givenSchema } from './given-schema.ts';
import { maintainers } from './maintainers-shape.ts';
import { PACK_FILES, PACK_FOLDERS } from './pack-shape.ts';
import { policy } from './policy-shape.ts';
import type { SchemaBook, Shape, WordKind } from './shape.ts';
import { VOCABULARY_SHAPES } from './vocabulary-shape.ts';
import {
  anyColumn,
  codeComparisons,
  enumeration,
  factWords,
  labelled,
  plainComparisons,
} from './vocabulary-words.ts';

export type PackSchema = {
  /** `rules`: published as `rules.schema.json`. */
  readonly name: string;
  /** Which files below the folder of packs it is for, as a glob. */
  readonly files: string;
  readonly schema: JsonSchema;
};

/** Whether a file below the folder of packs is one of those a glob of `PackSchema` means. */
export const isOneOf = (files: string, file: string): boolean =>
  new RegExp(
    `^${files.replaceAll('.', '\\.').replaceAll('!(equivalent)', '(?!equivalent\\.)*').replaceAll('*', '[^/]*')}$`,
  ).test(file);

type Words = { readonly vocabulary: Vocabulary; readonly commonSteps: readonly Step[] };

export function packSchemas(words: Words): readonly PackSchema[] {
  return kindsOfFile().map(({ name, files, shape }) => ({
    name,
    files,
    schema: schemaOf(shape, name, files, words),
  }));
}

type Kind = { readonly name: string; readonly files: string; readonly shape: Shape };

function kindsOfFile(): readonly Kind[] {
  const inPacks = 'jurisdictions/*';
  return [
    ...Object.entries(PACK_FILES).map(([file, shape]) => ({
      name: (file.split('/').at(-1) ?? file).replace('.yaml', ''),
      files: `${inPacks}/${file}`,
      shape,
    })),
    ...Object.entries(PACK_FOLDERS).map(([folder, shape]) => ({
      name: folder,
      // The list of equal mutants lies among the cases and has a form of its own.
      files: folder === 'cases' ? `${inPacks}/cases/!(equivalent).yaml` : `${inPacks}/${folder}/*.yaml`,
      shape,
    })),
    ...Object.entries(VOCABULARY_SHAPES).map(([folder, shape]) => ({
      name: `vocabulary-${folder}`,
      files: folder === 'steps' ? 'vocabulary/steps.yaml' : `vocabulary/${folder}/*.yaml`,
      shape,
    })),
    { name: 'language', files: 'vocabulary/languages/*.yaml', shape: translationShape },
    { name: 'agreement', files: 'agreements/*.yaml', shape: agreementShape },
    { name: 'policy', files: 'policies/*.yaml', shape: policy },
    { name: 'maintainers', files: 'maintainers/*.yaml', shape: maintainers },
  ];
}

function schemaOf(shape: Shape, name: string, files: string, words: Words): JsonSchema {
  const defs = new Map<string, JsonSchema>();
  const schema = shape.says(bookOf(words, defs));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:testamur:pack-file:${name}:1`,
    title: `packs/${files}`,
    ...schema,
    ...(defs.size === 0 ? {} : { $defs: Object.fromEntries([...defs].sort(([a], [b]) => (a < b ? -1 : 1))) }),
  };
}

function bookOf(words: Words, defs: Map<string, JsonSchema>): SchemaBook {
  const define = (name: string, make: () => JsonSchema): JsonSchema => {
    if (!defs.has(name)) {
      // The place is taken first: a condition refers to itself.
      defs.set(name, {});
      defs.set(name, make());
    }
    return { $ref: `#/$defs/${name}` };
  };
  return {
    define,
    word: (kind) => wordSchema(kind, words, defs, define),
    comparisons: () => [...codeComparisons(words.vocabulary, define), ...plainComparisons(words.vocabulary)],
  };
}

const GRANTED = ['licence-classes', 'certificate-kinds', 'licence-bases', 'exams', 'specialist-titles'];
/** A field of one entry (`training/t.months`), or the entries of one code (`training[kind=internship]`). */
const ENTRY = { type: 'string', pattern: '^[a-z][A-Za-z]*(/[\\w-]+\\.|\\[)' };
const OWN_STEP = { type: 'string', pattern: '^step\\.[a-z0-9][A-Za-z0-9.-]*$' };

function wordSchema(
  kind: WordKind,
  words: Words,
  defs: Map<string, JsonSchema>,
  define: SchemaBook['define'],
): JsonSchema {
  const { vocabulary, commonSteps } = words;
  const sections = [...vocabulary.sections.values()];
  const factsOf = (type: string): JsonSchema =>
    enumeration(
      factWords(vocabulary)
        .filter(({ facts }) => facts.some((fact) => fact.type === type))
        .map(labelled),
    );
  switch (kind) {
    case 'fact':
      return define('factName', () => ({
        anyOf: [enumeration(factWords(vocabulary).map(labelled)), anyColumn],
      }));
    case 'question':
      return {
        anyOf: [wordSchema('fact', words, defs, define), wordSchema('list', words, defs, define), ENTRY],
      };
    case 'dayFact':
      return define('dayFactName', () => factsOf('day'));
    case 'schoolFact':
      return define('schoolFactName', () => factsOf('school'));
    case 'field': {
      const fields = sections.flatMap((section) =>
        section.kind === 'list' ? Object.keys(section.facts) : [],
      );
      return define('fieldName', () => ({ enum: [...new Set(fields)].sort() }));
    }
    case 'list':
      return define('listName', () =>
        enumeration(
          sections
            .filter((section) => section.kind === 'list')
            .map(({ section, label }) => ({ id: section, label })),
        ),
      );
    case 'group':
      return define('groupName', () =>
        enumeration([...vocabulary.groups.values()].map(({ group, label }) => ({ id: group, label }))),
      );
    case 'grant': {
      const codes = GRANTED.flatMap((list) => vocabulary.codeLists.get(list)?.entries ?? []);
      const unique = new Map(codes.map(({ code, label }) => [code, { id: code, label }]));
      return define('grantName', () => enumeration([...unique.values()]));
    }
    case 'step':
      return define('stepName', () => ({
        anyOf: [enumeration(commonSteps.map(({ step, title }) => ({ id: step, label: title }))), OWN_STEP],
      }));
    case 'dossier':
    case 'givenDossier': {
      const parts = dossierParts(vocabulary);
      for (const [name, schema] of Object.entries(parts.defs)) defs.set(name, schema);
      return define(kind, () => (kind === 'dossier' ? parts.dossier : givenSchema(parts.dossier)));
    }
  }
}
