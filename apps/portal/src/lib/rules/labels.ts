/** Words for the closed sets of the packs, as keys of the catalogue. */
import type { Agreement, Pack, RequirementKind, Step } from '@testamur/engines/recognition';
import type { MessageKey } from '../language/messages.ts';

export const PACK_KINDS: Readonly<Record<Pack['kind'], MessageKey>> = {
  authority: 'rules.kind.authority',
  'national-layer': 'rules.kind.layer',
  regime: 'rules.kind.regime',
};

export const READINESS: Readonly<Record<Pack['readiness'], MessageKey>> = {
  ready: 'rules.readiness.ready',
  'with-unknowns': 'rules.readiness.unknowns',
  'steps-only': 'rules.readiness.steps',
};

export const AGREEMENT_WORTH: Readonly<Record<Agreement['kind'], MessageKey>> = {
  'right-to-practise': 'rules.agreement.practise',
  exemption: 'rules.agreement.exemption',
  eligibility: 'rules.agreement.eligibility',
  academic: 'rules.agreement.academic',
  'not-for-doctors': 'rules.agreement.notForDoctors',
};

export const REQUIREMENT_KINDS: Readonly<Record<RequirementKind, MessageKey>> = {
  degree: 'rules.requirement.degree',
  language: 'rules.requirement.language',
  exam: 'rules.requirement.exam',
  training: 'rules.requirement.training',
  'supervised-practice': 'rules.requirement.supervisedPractice',
  practice: 'rules.requirement.practice',
  registration: 'rules.requirement.registration',
  'good-standing': 'rules.requirement.goodStanding',
  verification: 'rules.requirement.verification',
  assessment: 'rules.requirement.assessment',
  immigration: 'rules.requirement.immigration',
  employment: 'rules.requirement.employment',
  scope: 'rules.requirement.scope',
  other: 'rules.requirement.other',
};

export const STEP_KINDS: Readonly<Record<Step['kind'], MessageKey>> = {
  exam: 'rules.step.exam',
  'language-test': 'rules.step.languageTest',
  verification: 'rules.step.verification',
  document: 'rules.step.document',
  training: 'rules.step.training',
  practice: 'rules.step.practice',
  application: 'rules.step.application',
  licence: 'rules.step.licence',
  job: 'rules.step.job',
  selection: 'rules.step.selection',
  immigration: 'rules.step.immigration',
  other: 'rules.step.other',
};

/** Who decides whether a step happens. */
export const CONTROLLERS: Readonly<Record<Step['controller'], MessageKey>> = {
  self: 'rules.controller.self',
  selection: 'rules.controller.selection',
  authority: 'rules.controller.authority',
};
