import { err, ok, quoteText, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { formatInstant } from '../model/instant.ts';
import type { KeyHistory } from './key-history.ts';

/** That this very credential existed at a time, by somebody other than whoever signed it: a public log, a time stamp, a registrar's ledger. */
export type TimeEvidence = {
  readonly kind: 'log' | 'time-stamp' | 'ledger';
  /** Milliseconds since 1970: it existed then at the latest. Checked by whoever passes it on. */
  readonly existedAt: number;
  /** For people: where it is found. */
  readonly source: string;
};

export type KeyUse = {
  readonly method: string;
  /** What the signature says of itself. A thief can write any time. */
  readonly claimedAt?: number;
  readonly evidence: readonly TimeEvidence[];
};

export type KeyAnswer = { readonly reason: string; readonly evidence: readonly string[] };

/** Whether the key was its owner's, and in use, when it signed. */
export function judgeKey(
  history: KeyHistory,
  { method, claimedAt, evidence }: KeyUse,
): Result<KeyAnswer, CredentialsProblem> {
  const life = history.keys.find(({ id }) => id === method);
  if (life === undefined)
    return err(
      refuse(
        'CREDENTIALS_KEY_NOT_IN_HISTORY',
        `The history of ${quoteText(history.controller)} does not hold the key.`,
      ),
    );
  const earliest = evidence.reduce<TimeEvidence | undefined>(
    (first, each) => (first === undefined || each.existedAt < first.existedAt ? each : first),
    undefined,
  );
  const shown =
    earliest === undefined
      ? []
      : [`${earliest.kind}: ${formatInstant(earliest.existedAt)}, ${earliest.source}`];
  if (claimedAt !== undefined && claimedAt < life.createdAt)
    return err(
      refuse(
        'CREDENTIALS_KEY_NOT_YET',
        `The key was made on ${formatInstant(life.createdAt)}, later than it says it signed.`,
      ),
    );
  if (earliest !== undefined && earliest.existedAt < life.createdAt)
    return err(refuse('CREDENTIALS_KEY_NOT_YET', 'The evidence of time is older than the key.'));
  if (
    life.compromisedFrom !== undefined &&
    (earliest?.existedAt ?? Number.POSITIVE_INFINITY) >= life.compromisedFrom
  )
    return err(
      refuse(
        'CREDENTIALS_KEY_COMPROMISED',
        `From ${formatInstant(life.compromisedFrom)} on others may have had the key.`,
        {
          hint: 'Independent evidence that the credential is older would help: a public log, a time stamp, the ledger of the registrar.',
        },
      ),
    );
  const usedAt = earliest?.existedAt ?? claimedAt;
  const endedAt = Math.min(
    life.rotatedAt ?? Number.POSITIVE_INFINITY,
    life.retiredAt ?? Number.POSITIVE_INFINITY,
  );
  if (endedAt === Number.POSITIVE_INFINITY) return ok({ reason: 'The key is in use.', evidence: shown });
  if (usedAt === undefined)
    return err(
      refuse('CREDENTIALS_KEY_TIME_UNKNOWN', 'The key is no longer in use, and nothing says when it signed.'),
    );
  if (usedAt > endedAt && (claimedAt ?? usedAt) > endedAt)
    return err(
      refuse(
        'CREDENTIALS_KEY_RETIRED',
        `The key was replaced on ${formatInstant(endedAt)}, before it signed.`,
      ),
    );
  return ok({
    reason: `The key was in use then, and was replaced on ${formatInstant(endedAt)}.`,
    evidence: shown,
  });
}
