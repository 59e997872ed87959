import { type CredentialsProblem, isUnknown } from '../errors.ts';

/** Unknown is neither: it never becomes pass. */
export type Outcome = 'pass' | 'fail' | 'unknown';

export type Finding = {
  readonly outcome: Outcome;
  /** Why not, for programs; none where it is well. */
  readonly code?: CredentialsProblem['code'];
  /** For people. */
  readonly reason: string;
  readonly hint?: string;
  /** What it rests on: names of keys, addresses, hashes, times. */
  readonly evidence: readonly string[];
};

export const pass = (reason: string, evidence: readonly string[] = []): Finding => ({
  outcome: 'pass',
  reason,
  evidence,
});

export function findingOf(problem: CredentialsProblem, evidence: readonly string[] = []): Finding {
  const { code, message, hint } = problem;
  const outcome = isUnknown(problem) ? 'unknown' : 'fail';
  return { outcome, code, reason: message, ...(hint === undefined ? {} : { hint }), evidence };
}

const RANK: Readonly<Record<Outcome, number>> = { pass: 0, unknown: 1, fail: 2 };

/** The worst: one failure fails all, one unknown leaves all unknown. */
export function worstOf(findings: readonly Finding[], none: Finding): Finding {
  return findings.reduce(
    (worst, each) => (RANK[each.outcome] > RANK[worst.outcome] ? each : worst),
    findings[0] ?? none,
  );
}
