/** Words for the closed sets of the registry of schools, as keys of the catalogue. */
import type { AccreditationDecision } from '@testamur/engines/recognition/registry';
import type { MessageKey } from '../language/messages.ts';

export const SCHOOL_KINDS: Readonly<Record<string, MessageKey>> = {
  'medical-school': 'schools.kind.school',
  'medical-university': 'schools.kind.university',
  'faculty-within-university': 'schools.kind.faculty',
  'independent-college': 'schools.kind.college',
  'listed-institution': 'schools.kind.listed',
  'health-sciences-university': 'schools.kind.health',
  'tcm-university': 'schools.kind.tcm',
  'university-with-medical-name-variant': 'schools.kind.variant',
};

/** How the row was found. None of these is a recognition. */
export const SCHOOL_LEVELS: Readonly<Record<string, MessageKey>> = {
  'council-list': 'schools.level.council',
  'national-list': 'schools.level.national',
  'registry-name': 'schools.level.registry',
  'domain-list-name': 'schools.level.domain',
};

export const SCHOOL_FIELDS = {
  name: 'schools.field.name',
  otherNames: 'schools.field.otherNames',
  country: 'schools.field.country',
  region: 'schools.field.region',
  city: 'schools.field.city',
  affiliatedTo: 'schools.field.affiliatedTo',
  institutionFounded: 'schools.field.founded',
  website: 'schools.field.website',
  ror: 'schools.field.ror',
  rorStatus: 'schools.field.rorStatus',
  wikidata: 'schools.field.wikidata',
  host: 'schools.field.host',
  coordinates: 'schools.field.coordinates',
} as const satisfies Readonly<Record<string, MessageKey>>;

export type SchoolField = keyof typeof SCHOOL_FIELDS;

export const OUTCOMES: Readonly<Record<AccreditationDecision['outcome'], MessageKey>> = {
  accredited: 'schools.outcome.accredited',
  'accredited-with-conditions': 'schools.outcome.conditions',
  refused: 'schools.outcome.refused',
  withdrawn: 'schools.outcome.withdrawn',
};
