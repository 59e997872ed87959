/** Lines of the registry, as pages show them. An absent field is unknown. */
import type { CitationGrade } from '@testamur/engines/kernel';

export type CountryRecord = { readonly code: string; readonly name: string };
export type SubdivisionRecord = { readonly code: string; readonly country: string; readonly name: string };

export type RegulatorRecord = {
  readonly jurisdiction: string;
  readonly name: string;
  readonly authority: string;
  readonly website: string;
  readonly standing: 'page-read' | 'recalled';
  readonly grade: CitationGrade;
};

/** Where data comes from and on which terms. */
export type SourceCard = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly url: string;
  readonly path?: string;
  readonly commit?: string;
  readonly asOf: string;
  readonly grade: CitationGrade;
  readonly notes?: string;
};

export type SchoolRecord = {
  readonly id: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly country: string;
  readonly subdivision?: string;
  readonly region?: string;
  readonly city?: string;
  readonly coordinates?: readonly [number, number];
  readonly institutionFounded?: string;
  readonly website?: string;
  readonly ror?: string;
  readonly rorStatus?: 'active' | 'inactive' | 'withdrawn';
  readonly wikidata?: string;
  readonly host?: { readonly ror: string; readonly wikidata?: string };
  readonly affiliatedTo?: string;
  readonly kind: string;
  readonly level: string;
  /** Field → ids of the sources behind it. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
};
