import type { Finding, Outcome } from '@testamur/engines/credentials';
import type { LayerCode, VerifyingCode } from './errors.ts';

/** One question about a credential, answered: as the engine's findings, with the codes of this room as well. */
export type LayerFinding = Omit<Finding, 'code'> & { readonly code?: LayerCode };

export const passes = (reason: string, evidence: readonly string[] = []): LayerFinding => ({
  outcome: 'pass',
  reason,
  evidence,
});

export const isOpen = (
  code: VerifyingCode,
  reason: string,
  evidence: readonly string[] = [],
): LayerFinding => ({ outcome: 'unknown', code, reason, evidence });

export const fails = (
  code: VerifyingCode,
  reason: string,
  evidence: readonly string[] = [],
): LayerFinding => ({ outcome: 'fail', code, reason, evidence });

/** One failure fails all, one unknown leaves all unknown. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fail')) return 'fail';
  return outcomes.includes('unknown') ? 'unknown' : 'pass';
}
