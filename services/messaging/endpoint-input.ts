import { err, ok, type Result } from '@testamur/engines/kernel';
import { ACTS, type ActName, type AuthorisingProblem, ruleOf, unusable } from '../authorising/index.ts';

/** Acts of which an endpoint may be told. */
export const TOLD_ACTS = ACTS.filter((act) => ruleOf(act).told === true);

export function readKinds(kinds: readonly string[]): Result<readonly ActName[], AuthorisingProblem> {
  const wanted = [...new Set(kinds)].filter((kind): kind is ActName =>
    (TOLD_ACTS as readonly string[]).includes(kind),
  );
  if (wanted.length > 0 && wanted.length === new Set(kinds).size) return ok(wanted);
  return err(unusable('kinds', `Each must be one of: ${TOLD_ACTS.join(', ')}.`));
}

const LONGEST = 2_000;

/** An address as typed. Whether it leads to a place that we may reach is seen at each connection. */
export function readEndpointUrl(text: string): Result<string, AuthorisingProblem> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isFit = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === '';
  if (url && isFit && text.length <= LONGEST) return ok(url.href);
  return err(unusable('address', 'It must begin with https:// and hold neither a password nor a #.'));
}
