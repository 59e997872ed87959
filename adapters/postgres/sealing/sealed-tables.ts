import { PERSONAL_DATA, type Sealed } from '@testamur/services/privacy';
import { CATALOGUE } from '../platform/catalogue.ts';

/** A table with columns that are enciphered before they reach the database. */
export type SealedTable = {
  readonly name: string;
  readonly key: readonly string[];
  readonly owner: string;
  readonly columns: Sealed['columns'];
  readonly lookups: Readonly<Record<string, string>>;
};

/** Out of the catalogue of personal data: what is `sealed` there is sealed here, whoever writes the statement. */
export const SEALED_TABLES: ReadonlyMap<string, SealedTable> = new Map(
  Object.entries(PERSONAL_DATA).flatMap(([name, { sealed }]) => {
    const key = (CATALOGUE as Readonly<Record<string, { readonly key: readonly string[] }>>)[name]?.key;
    if (!sealed || !key) return [];
    const { owner, columns, lookups = {} } = sealed;
    return [[name, { name, key, owner, columns, lookups }] as const];
  }),
);
