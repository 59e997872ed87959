import type { InquiryTarget, Residual, WhyNot } from '@testamur/engines/recognition';

/** Published as `testamur/why-not/1`. */
export type WhyNotAnswer = {
  readonly schema: 'testamur/why-not/1';
  readonly on: string;
  readonly knownOn: string;
  readonly dossierHash: string;
  readonly pack: string;
  readonly packHash: string;
  readonly target: InquiryTarget;
  readonly title: string;
  readonly basis?: string;
  /** Of a route its status, of a rule its verdict. */
  readonly stands: string;
  readonly residual: Residual;
  readonly whyNot: WhyNot;
};
