import type { PersonKeys } from '@testamur/services/privacy';
import { lookupForm, lookupHash, placeOf, seal } from './cipher.ts';
import type { SealedTable } from './sealed-tables.ts';

/** Values of the row as far as the statement gives them. */
export type RowGiven = (column: string) => unknown;

/** What is to be written instead of a value; `null` and nothing stay what they are. */
export function sealValue(
  keys: PersonKeys,
  { table, column, row }: { readonly table: SealedTable; readonly column: string; readonly row: RowGiven },
  value: unknown,
): unknown {
  if (value === null || value === undefined) return value;
  if (typeof value !== 'string') throw new Error(`${table.name}.${column} is sealed and takes text only.`);
  const subject = row(table.owner);
  const key = table.key.map(row);
  if (typeof subject !== 'string' || !key.every((part) => typeof part === 'string'))
    throw new Error(
      `${table.name}.${column} is sealed: name ${table.owner} and ${table.key.join(', ')} in the statement.`,
    );
  const sealed = seal(keys, { subject, place: placeOf(table.name, column, key as string[]) }, value);
  return table.columns[column] === 'json' ? JSON.stringify(sealed) : sealed;
}

/** The search column of a value, with what is to be written there. */
export function lookupOf(
  keys: PersonKeys,
  table: SealedTable,
  column: string,
  value: unknown,
): { readonly column: string; readonly value: unknown } | undefined {
  const lookup = table.lookups[column];
  if (lookup === undefined) return undefined;
  return {
    column: lookup,
    value: typeof value === 'string' ? hashFor(keys, table.name, column, value) : value,
  };
}

export const hashFor = (keys: PersonKeys, table: string, column: string, value: string): string =>
  lookupHash(keys, `${table}.${column}`, lookupForm(value));
