import type { Json } from '@testamur/engines/kernel';
import { Check } from 'typebox/schema';

/** Steps of a schema, unfolded, times values of a document. */
const MOST_WORK = 2_000_000;
const MOST_STEPS = 20_000;

/**
 * Whether a document fits a JSON Schema that a stranger wrote. The schema is walked, never made into code. One that would bring its own
 * patterns (they can take for ever), leads elsewhere or in a circle, or unfolds into too much is not applied.
 *
 * @param schema untrusted
 */
export async function fitsSchema(schema: Json, document: Json): Promise<boolean | 'unreadable'> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return 'unreadable';
  const steps = countSteps(schema);
  if (steps === undefined || steps * countValues(document) > MOST_WORK) return 'unreadable';
  try {
    return Check(schema as object, document);
  } catch {
    return 'unreadable';
  }
}

const UNSAFE = new Set([
  'pattern',
  'patternProperties',
  '$dynamicRef',
  '$recursiveRef',
  '$anchor',
  '$dynamicAnchor',
]);
/** Below these, names are names of members and not words of the language. */
const NAMED = new Set(['properties', '$defs', 'definitions', 'dependentSchemas', 'dependencies']);
/** What stands here is data, not schema. */
const DATA = new Set(['const', 'enum', 'default', 'examples']);

/** How many parts the schema has once every reference is followed; nothing where it cannot be followed. */
function countSteps(root: object): number | undefined {
  let steps = 0;
  const walk = (node: unknown, path: readonly string[], areNames: boolean): boolean => {
    steps += 1;
    if (steps > MOST_STEPS) return false;
    if (Array.isArray(node)) return node.every((each) => walk(each, path, false));
    if (typeof node !== 'object' || node === null) return true;
    return Object.entries(node).every(([name, value]) => {
      if (areNames) return walk(value, path, false);
      if (UNSAFE.has(name) || (name === '$id' && node !== root)) return false;
      if (name === '$ref') return follow(value, path);
      // Definitions count where they are used.
      if (DATA.has(name) || name === '$defs' || name === 'definitions') return true;
      return walk(value, path, NAMED.has(name));
    });
  };
  const follow = (reference: unknown, path: readonly string[]): boolean => {
    if (typeof reference !== 'string' || !reference.startsWith('#/') || path.includes(reference))
      return false;
    const target = resolve(root, reference);
    return target !== undefined && walk(target, [...path, reference], false);
  };
  return walk(root, [], false) ? steps : undefined;
}

function resolve(root: object, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, part) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, part)
          ? (node as Readonly<Record<string, unknown>>)[part]
          : undefined,
      root,
    );
}

const countValues = (value: Json): number =>
  typeof value !== 'object' || value === null
    ? 1
    : Object.values(value).reduce<number>((sum, each) => sum + countValues(each as Json), 1);
