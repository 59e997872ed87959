import { err, type Json, ok, quoteText, type Result, utf8Of } from '@testamur/engines/kernel';
import { toBase64url } from '../bytes/base64url.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { isMembers, type Members } from '../model/members.ts';
import { digestOf } from './disclosures.ts';

/** A place in the payload, such as `degree/title` or `results/*`: the name or, for all items of a list, a star. */
export type HiddenPath = string;

export type Hidden = { readonly payload: Members; readonly disclosures: readonly string[] };

/**
 * The payload with digests in the place of what is to be shown only by choice. Deeper places first, so that one can lie within another.
 * @param salt 128 bits by chance, anew each time: whoever knows a salt can find out what was hidden.
 */
export function hideClaims(
  payload: Members,
  paths: readonly HiddenPath[],
  salt: () => Uint8Array,
): Result<Hidden, CredentialsProblem> {
  const disclosures: string[] = [];
  let hidden: Members = payload;
  const deepest = [...paths].sort((a, b) => b.split('/').length - a.split('/').length);
  for (const path of deepest) {
    const next = hideAt(hidden, path.split('/'), { salt, disclosures });
    if (next === undefined)
      return err(
        refuse('CREDENTIALS_DISCLOSURE', `There is nothing at ${quoteText(path)} that could be hidden.`),
      );
    hidden = next as Members;
  }
  return ok({ payload: paths.length === 0 ? payload : { ...hidden, _sd_alg: 'sha-256' }, disclosures });
}

type Making = { readonly salt: () => Uint8Array; readonly disclosures: string[] };

function hideAt(value: Json, steps: readonly string[], making: Making): Json | undefined {
  const [step = '', ...rest] = steps;
  if (step === '*') {
    if (!Array.isArray(value)) return undefined;
    const items = (value as readonly Json[]).map((item) =>
      rest.length === 0 ? { '...': disclose([item], making) } : hideAt(item, rest, making),
    );
    return items.includes(undefined) ? undefined : (items as readonly Json[]);
  }
  const inner = isMembers(value) ? value[step] : undefined;
  if (!isMembers(value) || inner === undefined || step === '_sd') return undefined;
  if (rest.length > 0) {
    const changed = hideAt(inner, rest, making);
    return changed === undefined ? undefined : { ...value, [step]: changed };
  }
  const { [step]: _hidden, _sd: before = [], ...left } = value;
  // Sorted, so that the order of the digests tells nothing about the order of the claims.
  return { ...left, _sd: [...(before as readonly string[]), disclose([step, inner], making)].sort() };
}

function disclose(parts: readonly Json[], { salt, disclosures }: Making): string {
  const text = toBase64url(utf8Of(JSON.stringify([toBase64url(salt()), ...parts])));
  disclosures.push(text);
  return digestOf(text);
}
