/** Says where a JSON Schema (draft 2020-12) is not one, as far as the keywords go that we use. An unknown keyword is a fault: it checks nothing. */
type Check = (value: unknown, schema: Readonly<Record<string, unknown>>) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const isTruth: Check = (value) => typeof value === 'boolean';
const isList: Check = (value) => Array.isArray(value) && value.length > 0;
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

const KEYWORDS: Readonly<Record<string, Check>> = {
  ...{ $id: isText, $schema: isText, title: isText, description: isText },
  ...{ const: () => true, default: () => true, enum: isList, examples: isList, example: () => true },
  type: (value) => [value].flat().every((each) => TYPES.includes(String(each))),
  ...{ minimum: isNumber, maximum: isNumber, minLength: isCount, maxLength: isCount },
  ...{ exclusiveMinimum: isNumber, minItems: isCount, maxItems: isCount, maxProperties: isCount },
  uniqueItems: isTruth,
  pattern: (value) => {
    try {
      return new RegExp(String(value), 'u') !== undefined;
    } catch {
      return false;
    }
  },
  required: (value, { properties }) =>
    Array.isArray(value) && value.every((name) => Object.hasOwn((properties ?? {}) as object, String(name))),
};
const SCHEMAS_BY_NAME = ['properties', 'patternProperties', '$defs'];
const SCHEMA_LISTS = ['anyOf', 'allOf', 'oneOf'];
const SCHEMAS = ['items', 'additionalProperties', 'propertyNames'];

export function faultsOfSchema(
  schema: unknown,
  leadsSomewhere: (ref: string) => boolean,
  at = '',
): readonly string[] {
  if (typeof schema === 'boolean') return [];
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [at];
  const within = (value: unknown, place: string) => faultsOfSchema(value, leadsSomewhere, place);
  const record = schema as Readonly<Record<string, unknown>>;
  return Object.entries(record).flatMap(([keyword, value]) => {
    const here = `${at}/${keyword}`;
    if (keyword === '$ref') return leadsSomewhere(String(value)) ? [] : [here];
    if (SCHEMAS.includes(keyword)) return within(value, here);
    if (SCHEMAS_BY_NAME.includes(keyword))
      return Object.entries(value as object).flatMap(([name, each]) => within(each, `${here}/${name}`));
    if (SCHEMA_LISTS.includes(keyword))
      return isList(value, record)
        ? (value as readonly unknown[]).flatMap((each, index) => within(each, `${here}/${index}`))
        : [here];
    return KEYWORDS[keyword]?.(value, record) === true ? [] : [here];
  });
}
