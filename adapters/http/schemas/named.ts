import { type Static, type TSchema, Type } from 'typebox';

/** A schema with a name of its own: described once, referred to by the others. */
export type NamedSchema = TSchema & { readonly $id: string };

/** Gives a schema its name. */
export const named = <S extends TSchema>(name: string, schema: S): S & { readonly $id: string } =>
  Object.assign(schema, { $id: name });

/** A reference in the form that Fastify and the description of the interface resolve. */
export const refTo = <S extends NamedSchema>(schema: S) => Type.Unsafe<Static<S>>({ $ref: `${schema.$id}#` });

/**
 * One document of JSON Schema (draft 2020-12) that holds everything it refers to.
 *
 * @example bundleSchema('urn:testamur:assessment:1', AssessmentSchema, ASSESSMENT_PARTS)
 */
export function bundleSchema(
  id: string,
  root: NamedSchema,
  parts: readonly NamedSchema[],
): Readonly<Record<string, unknown>> {
  const { $id: _name, ...body } = plain(root);
  const definitions = parts.map((part) => {
    const { $id: name, ...rest } = plain(part);
    return [name, rest] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    ...body,
    ...(definitions.length === 0 ? {} : { $defs: Object.fromEntries(definitions) }),
  };
}

/** As JSON, with references that lead into the same document. */
function plain(schema: TSchema): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? `#/$defs/${value.replace(/#$/, '')}` : value,
  ) as Record<string, unknown>;
}
