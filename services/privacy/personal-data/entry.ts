import type { Purpose, Recipient, Retention } from './purposes.ts';

/**
 * What a column is to privacy.
 * - `sealed` enciphered under the key of a subject before it reaches the database; dies with the key
 * - `lookup` a keyed hash of a sealed value, so that it can be searched for
 * - `pseudonym` a random number that stands for a person
 * - `linked` a fact about whoever the pseudonym of the row stands for: a time, a role, a choice from a list
 * - `secret` the hash of a random token, or a public key: nothing that a person said or is
 * - `passing` in the open for a short time, then removed: until it is sent, or for a day
 * - `none` not about people
 */
export type ColumnKind = 'sealed' | 'lookup' | 'pseudonym' | 'linked' | 'secret' | 'passing' | 'none';

export type Sealed = {
  /** The column that names the subject under whose key the values are. */
  readonly owner: string;
  /** How the database holds what is enciphered. */
  readonly columns: Readonly<Record<string, 'text' | 'json'>>;
  /** For each sealed value that is searched for: the column of its keyed hash. */
  readonly lookups?: Readonly<Record<string, string>>;
};

export type TableEntry = {
  readonly what: string;
  readonly purpose?: Purpose;
  readonly retention: Retention;
  readonly recipients: readonly Recipient[];
  readonly sealed?: Sealed;
  readonly pseudonym?: readonly string[];
  readonly linked?: readonly string[];
  readonly secret?: readonly string[];
  readonly passing?: readonly string[];
  readonly none?: readonly string[];
};

/** Every column that an entry names, with its kind. A column named twice appears twice: a test finds it. */
export function columnsOf(
  entry: TableEntry,
): readonly { readonly column: string; readonly kind: ColumnKind }[] {
  const plain = (['pseudonym', 'linked', 'secret', 'passing', 'none'] as const).flatMap((kind) =>
    (entry[kind] ?? []).map((column) => ({ column, kind })),
  );
  const sealed = Object.keys(entry.sealed?.columns ?? {}).map((column) => ({
    column,
    kind: 'sealed' as const,
  }));
  const lookup = Object.values(entry.sealed?.lookups ?? {}).map((column) => ({
    column,
    kind: 'lookup' as const,
  }));
  return [...sealed, ...lookup, ...plain];
}

export const isPersonal = (entry: TableEntry): boolean => entry.purpose !== undefined;
