/** The piece of a dossier that a case gives: the form of a whole one, with `pmq` for one degree and entries that need no id. */
import { dossierSchema, type JsonSchema } from '../facts/dossier-schema.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { isRecord } from './guard.ts';

type Parts = { readonly dossier: JsonSchema; readonly defs: Readonly<Record<string, JsonSchema>> };

/** The published form of a dossier without its head, and the parts it refers to. */
export function dossierParts(vocabulary: Vocabulary): Parts {
  const { $schema: _schema, $id: _id, $defs, ...dossier } = dossierSchema(vocabulary);
  return { dossier, defs: $defs as Parts['defs'] };
}

export function givenSchema(dossier: JsonSchema): JsonSchema {
  const properties = withoutIds(dossier['properties']) as Readonly<Record<string, JsonSchema>>;
  const degree = properties['qualifications']?.['items'];
  return { ...dossier, properties: { ...properties, ...(degree === undefined ? {} : { pmq: degree }) } };
}

function withoutIds(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutIds);
  if (!isRecord(part)) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) =>
      key === 'required' && Array.isArray(value) && value.join() === 'id' ? [] : [[key, withoutIds(value)]],
    ),
  );
}
