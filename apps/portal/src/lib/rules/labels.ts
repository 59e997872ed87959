/** Words for the closed sets of the packs. */
import type { Pack, RequirementKind, Step } from '@testamur/engines/recognition';

export const PACK_KINDS: Readonly<Record<Pack['kind'], string>> = {
  authority: 'Licensing authority',
  'national-layer': 'National layer, shared by several authorities',
  regime: 'Regime of several states',
};

export const READINESS: Readonly<Record<Pack['readiness'], string>> = {
  ready: 'Every route can be decided',
  'with-unknowns': 'Some points are not researched',
};

export const REQUIREMENT_KINDS: Readonly<Record<RequirementKind, string>> = {
  degree: 'Degree',
  language: 'Language',
  exam: 'Examinations',
  training: 'Training',
  'supervised-practice': 'Supervised practice',
  practice: 'Practice',
  registration: 'Registration and licences',
  'good-standing': 'Good standing',
  verification: 'Verification of documents',
  assessment: 'Assessment',
  immigration: 'Immigration',
  employment: 'Employment',
  scope: 'Whom a route is for',
  other: 'Other',
};

export const STEP_KINDS: Readonly<Record<Step['kind'], string>> = {
  exam: 'Examination',
  'language-test': 'Language test',
  verification: 'Verification',
  document: 'Document',
  training: 'Training',
  practice: 'Practice',
  application: 'Application',
  licence: 'Licence',
  job: 'Job',
  selection: 'Selection',
  immigration: 'Immigration',
  other: 'Step',
};

/** Who decides whether a step happens. */
export const CONTROLLERS: Readonly<Record<Step['controller'], string>> = {
  self: 'You',
  selection: 'A selection: a match, a quota or an employer',
  authority: 'The authority',
};
