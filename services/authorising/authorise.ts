import { type AuthorisingProblem, refuseAct } from './errors.ts';
import { type ActRule, ruleOf } from './matrix.ts';
import type { Instant } from './request.ts';
import { permits, rolesOf } from './standing.ts';
import type { Authorise } from './unit-of-work.ts';

/** A proof of identity stays fresh for so long. */
export const FRESH_MS = 5 * 60_000;

/**
 * The check in services: the matrix against what the store knows of the actor.
 *
 * @example
 * const problem = authoriseByMatrix({ act, rule: ruleOf(act), request, standing });
 * if (problem) return err(problem);
 */
export const authoriseByMatrix: Authorise = ({ act, request, standing }) => {
  const rule = ruleOf(act);
  const roles = rolesOf(request, standing, act);
  if (!permits(rule, roles, standing)) return roles[0] === 'anonymous' ? notSignedIn(rule) : forbidden(rule);
  if (rule.scope === 'tenant' && request.organisation === undefined) return forbidden(rule);
  if (rule.stepUp && request.actor.kind === 'person' && !isFresh(request.provedAt, request.at))
    return stale();
  return undefined;
};

function isFresh(provedAt: Instant | undefined, at: Instant): boolean {
  if (provedAt === undefined) return false;
  const age = Date.parse(at) - Date.parse(provedAt);
  return age >= 0 && age <= FRESH_MS;
}

function notSignedIn(rule: ActRule): AuthorisingProblem {
  return refuseAct(
    'AUTHORISING_SIGN_IN',
    `You are not signed in, so you may not do this: ${rule.summary}.`,
    'Sign in and try again.',
  );
}

function forbidden(rule: ActRule): AuthorisingProblem {
  return refuseAct(
    'AUTHORISING_FORBIDDEN',
    `You may not do this here: ${rule.summary}. It is for: ${rule.who.join(', ')}.`,
    'Ask an administrator of the organisation for the role, or choose the organisation in which you hold it.',
  );
}

function stale(): AuthorisingProblem {
  return refuseAct(
    'AUTHORISING_STEP_UP',
    'This act needs a fresh proof that it is you.',
    'Confirm with your passkey and try again.',
  );
}
