/** What a person holds, as she wrote it. Checked by `validateDossier`; turned into facts by `buildFacts`. */
import type { Problem } from '../../kernel/index.ts';

export type Evidence = 'declared' | 'document' | 'source' | 'credential';

/** A school that the registry does not have. */
export type SchoolByHand = {
  readonly name: string;
  readonly country: string;
  readonly city?: string;
  readonly from?: string;
  readonly to?: string;
};

/** `"unknown"` says "I do not know"; a pair of numbers or dates says "between". */
export type DossierValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly from: number | string; readonly to: number | string }
  | SchoolByHand;

export type DossierRecord = Readonly<Record<string, DossierValue>> & { readonly evidence?: Evidence };
export type DossierEntry = DossierRecord & { readonly id: string };

export type DossierList = {
  readonly complete?: boolean;
  readonly completeFor?: readonly string[];
  readonly evidence?: Evidence;
  readonly entries?: readonly DossierEntry[];
};

export type Dossier = {
  readonly schema?: 'testamur/dossier/1';
  /** A name for the person's own use: never read by a rule. */
  readonly title?: string;
  readonly note?: string;
  readonly qualifications?: readonly DossierEntry[];
  readonly planned?: { readonly applicationOn?: string; readonly applicationAt?: string };
  readonly [section: string]:
    | DossierRecord
    | DossierList
    | readonly DossierEntry[]
    | string
    | undefined
    | object;
};

export type DossierCode =
  | 'DOSSIER_NOT_AN_OBJECT'
  | 'DOSSIER_SECTION_UNKNOWN'
  | 'DOSSIER_FACT_UNKNOWN'
  | 'DOSSIER_TYPE'
  | 'DOSSIER_DATE'
  | 'DOSSIER_DATES_REVERSED'
  | 'DOSSIER_FUTURE_PAST'
  | 'DOSSIER_CODE_UNKNOWN'
  | 'DOSSIER_NUMBER_RANGE'
  | 'DOSSIER_ID_MISSING'
  | 'DOSSIER_ID_DUPLICATE'
  | 'DOSSIER_SCHOOL_UNKNOWN'
  | 'DOSSIER_TOO_MANY'
  | 'DOSSIER_TEXT';

export type DossierProblem = Problem<DossierCode>;
/** `at` is the JSON Pointer of the value. */
export type SayProblem = (code: DossierCode, at: string, message: string, hint: string) => void;
