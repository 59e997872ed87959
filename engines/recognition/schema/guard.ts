/** What a value looks like before it is read closely: it chooses between shapes, and says so in JSON Schema. */
import type { JsonSchema } from '../facts/dossier-schema.ts';
import { type Shape, shapeOf } from './shape.ts';

export type Guard = { readonly holds: (value: unknown) => boolean; readonly says: JsonSchema };

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const aMap: Guard = { holds: isRecord, says: { type: 'object' } };
export const aList: Guard = { holds: Array.isArray, says: { type: 'array' } };
export const nothing: Guard = { holds: (value) => value === null, says: { type: 'null' } };

export const withKey = (key: string): Guard => ({
  holds: (value) => isRecord(value) && Object.hasOwn(value, key),
  says: { type: 'object', required: [key] },
});

export const withoutKeys = (...keys: readonly string[]): Guard => ({
  holds: (value) => isRecord(value) && !keys.some((key) => Object.hasOwn(value, key)),
  says: { type: 'object', not: { anyOf: keys.map((key) => ({ required: [key] })) } },
});

export const withWord = (key: string, ...words: readonly string[]): Guard => ({
  holds: (value) => isRecord(value) && words.some((word) => value[key] === word),
  says: { type: 'object', properties: { [key]: { enum: words } }, required: [key] },
});

/** The shape of the first guard that holds, else the last one. */
export const choice = (options: readonly (readonly [Guard, Shape])[], otherwise: Shape): Shape =>
  shapeOf(
    (value, at, report) =>
      (options.find(([guard]) => guard.holds(value))?.[1] ?? otherwise)(value, at, report),
    (book) =>
      options.reduceRight<JsonSchema>(
        (rest, [guard, shape]) => ({ if: guard.says, then: shape.says(book), else: rest }),
        otherwise.says(book),
      ),
  );
