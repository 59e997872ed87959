import type { Citation } from '../../kernel/index.ts';
import type { Span } from './span.ts';

declare const idBrand: unique symbol;
type Id<Kind extends string> = string & { readonly [idBrand]: Kind };
export type SchoolId = Id<'school'>;
export type CampusId = Id<'campus'>;
export type AgencyId = Id<'agency'>;
export type RecogniserId = Id<'recogniser'>;

/** A name without a span was in use on some day, not known which. */
export type SchoolName = { readonly text: string; readonly span?: Span };

/** A site in a jurisdiction of its own: what is taught there is judged by the country of the site. */
export type Campus = {
  readonly id: CampusId;
  readonly name: string;
  readonly country: string;
  readonly span: Span;
};

/** What became of a school. `legal`: the successor answers for the degrees of the school that ended. */
export type Succession = {
  readonly kind: 'merged' | 'split' | 'taken-over';
  readonly into: SchoolId;
  readonly span: Span;
  readonly legal: boolean;
};

export type RegistrySchool = {
  readonly id: SchoolId;
  readonly names: readonly [SchoolName, ...SchoolName[]];
  /** ISO 3166-1 alpha-2 of the seat. */
  readonly country: string;
  /** When it existed; absent: not known, and then never a reason to say no. */
  readonly open?: Span;
  readonly campuses: readonly Campus[];
  readonly successions: readonly Succession[];
};

export type AccreditationOutcome = 'accredited' | 'accredited-with-conditions' | 'refused' | 'withdrawn';

export type AccreditationDecision = {
  readonly agency: AgencyId;
  readonly school: SchoolId;
  /** A decision about one campus; absent: about the seat. */
  readonly campus?: CampusId;
  readonly outcome: AccreditationOutcome;
  readonly span: Span;
  readonly cite: readonly [Citation, ...Citation[]];
};

/** A stretch of days in which the recogniser's attitude to the agency is known. */
export type RecognitionTerm = {
  readonly outcome: 'recognised' | 'not-recognised';
  readonly span: Span;
  readonly cite: readonly [Citation, ...Citation[]];
};

export type Recognition = {
  readonly recogniser: RecogniserId;
  /** Countries assessed, each with the days from which that is known, where they differ from the terms. */
  readonly territories: readonly { readonly country: string; readonly span?: Span }[];
  readonly terms: readonly RecognitionTerm[];
};

export type Agency = {
  readonly id: AgencyId;
  readonly name: string;
  readonly acronym?: string;
  readonly recognitions: readonly Recognition[];
};

export type Recogniser = {
  readonly id: RecogniserId;
  readonly name: string;
  /** Nobody was recognised outside the days of the programme. */
  readonly programme: Span;
  readonly cite: readonly Citation[];
};

export type Registry = {
  readonly schools: ReadonlyMap<string, RegistrySchool>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly recognisers: ReadonlyMap<string, Recogniser>;
  /** School id → every decision about it or one of its campuses. */
  readonly decisions: ReadonlyMap<string, readonly AccreditationDecision[]>;
};
