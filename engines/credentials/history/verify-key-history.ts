import { err, ok, parseJsonBytes, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { verifyProofs } from '../integrity/verify-proofs.ts';
import { isMembers } from '../model/members.ts';
import type { World } from '../world.ts';
import { type KeyHistory, parseKeyHistory } from './key-history.ts';

export type HistoryTrust = {
  readonly controller: string;
  readonly world: World;
  /** The last one that was believed: what it says may be added to, not taken back. */
  readonly earlier?: KeyHistory;
};

/**
 * A history signed by its controller with a key that is in use and not compromised by its own words, and that takes nothing back.
 * @param bytes untrusted
 */
export async function verifyKeyHistory(
  bytes: Uint8Array,
  { controller, world, earlier }: HistoryTrust,
): Promise<Result<KeyHistory, CredentialsProblem>> {
  const json = parseJsonBytes(bytes);
  if (!json.ok) return json;
  const parsed = parseKeyHistory(json.value);
  if (!parsed.ok) return parsed;
  const history = parsed.value;
  if (history.controller !== controller || !isMembers(json.value))
    return err(refuse('CREDENTIALS_HISTORY_FORMAT', 'The key history is that of somebody else.'));
  if (earlier !== undefined && !continues(history, earlier))
    return err(refuse('CREDENTIALS_HISTORY_FORMAT', 'The key history takes back what an earlier one said.'));
  const answers = await verifyProofs(json.value, world);
  const wrong = answers.find((answer) => !answer.ok);
  if (wrong?.ok === false) return wrong;
  const isSigned = answers.some(
    (answer) =>
      answer.ok && answer.value.key.controller === controller && maySign(history, answer.value.key.method),
  );
  return isSigned
    ? ok(history)
    : err(refuse('CREDENTIALS_HISTORY_UNSIGNED', 'The key history is not signed by a key that may.'));
}

function maySign(history: KeyHistory, method: string): boolean {
  const life = history.keys.find(({ id }) => id === method);
  const ended = life?.compromisedFrom ?? life?.rotatedAt ?? life?.retiredAt;
  return life !== undefined && ended === undefined;
}

/** Every earlier key is there, the same key, made at the same time; an end that was told stays, a theft can only begin earlier. */
function continues(history: KeyHistory, earlier: KeyHistory): boolean {
  if (history.issuedAt < earlier.issuedAt) return false;
  return earlier.keys.every((before) => {
    const now = history.keys.find(({ id }) => id === before.id);
    if (now === undefined || now.createdAt !== before.createdAt) return false;
    const isSameKey =
      now.key.kind === before.key.kind && now.key.bytes.every((byte, n) => byte === before.key.bytes[n]);
    const keepsEnds = (['rotatedAt', 'retiredAt'] as const).every(
      (name) => before[name] === undefined || now[name] === before[name],
    );
    const keepsTheft =
      before.compromisedFrom === undefined ||
      (now.compromisedFrom ?? Number.POSITIVE_INFINITY) <= before.compromisedFrom;
    return isSameKey && keepsEnds && keepsTheft;
  });
}
