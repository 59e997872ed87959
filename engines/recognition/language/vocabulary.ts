/**
 * The words a rule may use. A vocabulary is data (`packs/vocabulary/`); these are its types once loaded.
 * A fact id is the path of that fact in a dossier: `person.birthDate`, `pmq.graduatedOn`, `its.takenOn` inside a list.
 */
export type FactType =
  | { readonly type: 'boolean' }
  | { readonly type: 'day' }
  | {
      readonly type: 'number';
      readonly unit: string;
      readonly min?: number;
      readonly max?: number;
      /** Years of a calendar, which are written as they stand: 2014, whatever the language does with numbers. */
      readonly years?: boolean;
    }
  | { readonly type: 'code'; readonly codes: string }
  | { readonly type: 'codes'; readonly codes: string }
  | { readonly type: 'school' }
  | { readonly type: 'text' };

export type FactDefinition = FactType & {
  readonly label: string;
  readonly definition: string;
  /** The standard the term comes from, such as `FHIR Patient.birthDate`; `own` where none fits. */
  readonly standard: string;
  /** The question put to the person when this fact decides. */
  readonly ask?: string;
  readonly help?: string;
  /** Computed by the fact builder, never asked of the person. */
  readonly derived?: boolean;
};

/**
 * `singular`: one per dossier. `basis`: a dossier may hold several; a verdict is computed for each and says which one it used.
 * `list`: entries, used through the list operators.
 */
export type Section = {
  readonly section: string;
  readonly kind: 'singular' | 'basis' | 'list';
  readonly label: string;
  readonly definition: string;
  /** For lists: the field of type `code` by which a person can say "these are all I have" or "none". */
  readonly key?: string;
  readonly facts: Readonly<Record<string, FactDefinition>>;
};

export type Code = {
  readonly code: string;
  readonly label: string;
  readonly definition?: string;
  readonly standard?: string;
  /** Licence classes: whether the class permits independent practice. */
  readonly independent?: boolean;
  /** Codes this one belongs to, such as the country whose list a degree title is on. */
  readonly of?: string;
};

export type CodeList = {
  readonly codes: string;
  readonly label: string;
  readonly open: boolean;
  readonly entries: readonly Code[];
};

/** A dated set of codes, such as the EEA: membership is half-open `[from, to)` and is read on the law date. */
export type Group = {
  readonly group: string;
  readonly codes: string;
  readonly label: string;
  readonly members: readonly { readonly code: string; readonly from?: string; readonly to?: string }[];
};

export type Vocabulary = {
  readonly sections: ReadonlyMap<string, Section>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  readonly groups: ReadonlyMap<string, Group>;
};
