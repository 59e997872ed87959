import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type AuthorisingProblem,
  HALT_SCOPES,
  type HaltScope,
  type Instant,
  isInstant,
  type Request,
  readLine,
  unusable,
} from '../authorising/index.ts';

export type HaltWanted = {
  readonly scope: HaltScope;
  readonly reason: string;
  /** From now on where absent. */
  readonly startsAt?: Instant;
};
export type HaltChecked = Required<HaltWanted>;

/** The reason is read by everybody who finds an act refused, years later too. */
export function checkHalt(wanted: HaltWanted, request: Request): Result<HaltChecked, AuthorisingProblem> {
  const reason = readLine(wanted.reason, 'reason');
  if (!reason.ok) return reason;
  if (!HALT_SCOPES.includes(wanted.scope))
    return err(unusable('scope', `It is one of: ${HALT_SCOPES.join(', ')}.`));
  const startsAt = wanted.startsAt ?? request.at;
  if (!isInstant(startsAt) || startsAt < request.at) return err(unusable('start', 'It lies in the past.'));
  return ok({ scope: wanted.scope, reason: reason.value, startsAt });
}
