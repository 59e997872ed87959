/** What binds or guides states, employers and recruiters, or says something about a school: it decides no verdict. */
import type { Citation } from '../../kernel/index.ts';

export const WHO_REGIONS = ['AFRO', 'AMRO', 'EMRO', 'EURO', 'SEARO', 'WPRO'] as const;
export type WhoRegion = (typeof WHO_REGIONS)[number];

export type PolicyReach =
  | { readonly countries: Readonly<Partial<Record<WhoRegion, readonly string[]>>> }
  /** Whom it is for, in our own words. */
  | { readonly everywhere: string }
  /** Nobody has read whom it names: the question. */
  | { readonly notEstablished: string };

export type Policy = {
  readonly id: string;
  /** What this is an edition of; alone where absent. */
  readonly edition?: string;
  readonly title: string;
  readonly issuer: string;
  readonly kind: 'safeguards-list' | 'code-of-practice' | 'information-on-schools';
  /** Half-open. An absent day is not known, or lies ahead. */
  readonly inForce: { readonly from?: string; readonly to?: string };
  readonly says: readonly string[];
  readonly appliesTo: PolicyReach;
  readonly criteria?: readonly { readonly indicator: string; readonly below: number }[];
  readonly cite: readonly Citation[];
  readonly openQuestions: readonly { readonly id: string; readonly question: string }[];
  readonly recordedAt: string;
  readonly reviewBy: string;
};

/** The editions of one policy have one name. */
export const editionOf = ({ edition, id }: Policy): string => edition ?? id;

/** The countries that it names, in the order of the file; none where it names none, or nobody has read which. */
export const countriesNamed = ({ appliesTo }: Policy): readonly string[] =>
  'countries' in appliesTo ? WHO_REGIONS.flatMap((region) => appliesTo.countries[region] ?? []) : [];
