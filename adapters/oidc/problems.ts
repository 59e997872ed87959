import type { IdentifyingProblem } from '@testamur/services/identifying';

/** Not said why: what is wrong with an answer helps whoever forges one. */
export const notProved = (): IdentifyingProblem => ({
  code: 'IDENTIFYING_NOT_RECOGNISED',
  message: 'We could not recognise you.',
  hint: 'Begin again, or take another way to sign in.',
});

export const unreachable = (): IdentifyingProblem => ({
  code: 'IDENTIFYING_PROVIDER',
  message: 'The provider of the organisation does not answer as one of OpenID Connect does.',
  hint: 'Take another way to sign in, and tell an administrator of the organisation.',
});
