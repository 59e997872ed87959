/** What an evaluator reads: one person's facts for one pack and one basis, already typed and dated. Built by `buildFacts`. */

/** Evidence ladder: 1 self-declared, 2 document seen, 3 verified at source, 4 credential cryptographically verified. */
export type Strength = 1 | 2 | 3 | 4;

/** Days are integers since 1970-01-01; a partial date or a rough number is a closed range. */
export type FactValue =
  | {
      readonly state: 'known';
      readonly value: boolean | string | readonly string[];
      readonly strength: Strength;
    }
  | { readonly state: 'range'; readonly lo: number; readonly hi: number; readonly strength: Strength }
  | { readonly state: 'unknown' }
  | { readonly state: 'disputed'; readonly claims: readonly string[] };

/** One entry of a list: its id in the dossier and its fields. An absent field is unknown. */
export type Entry = { readonly id: string; readonly fields: ReadonlyMap<string, FactValue> };

export type ListValue = {
  readonly entries: readonly Entry[];
  /** The person said that these are all. */
  readonly complete: boolean;
  /** Codes of the list's key for which the entries given are all (none, where there is no entry). */
  readonly completeFor: readonly string[];
  /** The strength of "that is all" and "none". */
  readonly strength: Strength;
};

export type Facts = {
  /** Absent means unknown. */
  readonly scalars: ReadonlyMap<string, FactValue>;
  /** An absent list is empty and not complete. */
  readonly lists: ReadonlyMap<string, ListValue>;
};
