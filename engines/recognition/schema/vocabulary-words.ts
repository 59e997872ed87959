/** The words of the vocabulary as an editor needs them: which facts there are where, and what each may be compared with. */
import { type JsonSchema, schemaOfCodes } from '../facts/dossier-schema.ts';
import type { FactDefinition, FactType, Vocabulary } from '../language/vocabulary.ts';

export type FactWord = { readonly id: string; readonly facts: readonly FactDefinition[] };

const IN_LISTS = ['its', 'outer'] as const;

/** Every fact by the name under which a rule reads it; a field may stand in several lists. */
export function factWords({ sections }: Vocabulary): readonly FactWord[] {
  const found = new Map<string, FactDefinition[]>();
  for (const { section, kind, facts } of sections.values())
    for (const [name, fact] of Object.entries(facts))
      for (const head of kind === 'list' ? IN_LISTS : [section]) {
        const id = `${head}.${name}`;
        found.set(id, [...(found.get(id) ?? []), fact]);
      }
  return [...found].map(([id, facts]) => ({ id, facts })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** An enumeration with what each word means beside it (`enumDescriptions` is shown by editors, ignored by validators). */
export function enumeration(words: readonly { readonly id: string; readonly label: string }[]): JsonSchema {
  return { enum: words.map(({ id }) => id), enumDescriptions: words.map(({ label }) => label) };
}

export const labelled = ({ id, facts }: FactWord): { readonly id: string; readonly label: string } => ({
  id,
  label: [...new Set(facts.map(({ label }) => label))].join('; '),
});

/** A column of a table is named in another file. */
export const anyColumn: JsonSchema = { type: 'string', pattern: '^row\\.[A-Za-z]' };

const codesOf = ({ facts }: FactWord): readonly string[] | undefined => {
  const lists = facts.map((fact: FactType) => ('codes' in fact ? fact.codes : undefined));
  return lists.every((list) => list !== undefined) ? [...new Set(lists)].sort() : undefined;
};

/** For each list of codes the facts that draw on it; only these codes may stand beside them. */
export function codeComparisons(
  vocabulary: Vocabulary,
  define: (name: string, make: () => JsonSchema) => JsonSchema,
): readonly JsonSchema[] {
  const byLists = new Map<string, { readonly lists: readonly string[]; readonly ids: string[] }>();
  for (const word of factWords(vocabulary)) {
    const lists = codesOf(word);
    if (lists === undefined) continue;
    const held = byLists.get(lists.join()) ?? { lists, ids: [] };
    held.ids.push(word.id);
    byLists.set(lists.join(), held);
  }
  return [...byLists.values()].map(({ lists, ids }) => {
    const codes = lists.map((list) => define(`codes-${list}`, () => schemaOfCodes(list, vocabulary)));
    const code = codes.length === 1 ? codes[0] : { anyOf: codes };
    return comparison(ids, {
      ...keysOf(['equals', 'notEquals', 'includes'], { anyOf: [code, { type: 'object' }] }),
      ...keysOf(['in', 'notIn', 'includesAny', 'onlyFrom'], {
        anyOf: [{ type: 'array', items: code }, { type: 'object' }],
      }),
    });
  });
}

/** What facts of the other types are compared with: true or false, a number, a day. */
export function plainComparisons(vocabulary: Vocabulary): readonly JsonSchema[] {
  const plain = { boolean: 'boolean', number: 'number', day: 'string' } as const;
  return Object.entries(plain).flatMap(([type, json]) => {
    const ids = factWords(vocabulary).flatMap(({ id, facts }) =>
      facts.every((fact) => fact.type === type) ? [id] : [],
    );
    if (ids.length === 0) return [];
    return [comparison(ids, keysOf(['equals', 'notEquals'], { type: [json, 'object'] }))];
  });
}

const keysOf = (keys: readonly string[], schema: JsonSchema): JsonSchema =>
  Object.fromEntries(keys.map((key) => [key, schema]));

const comparison = (ids: readonly string[], properties: JsonSchema): JsonSchema => ({
  if: { properties: { fact: { enum: ids } } },
  then: { properties },
});
