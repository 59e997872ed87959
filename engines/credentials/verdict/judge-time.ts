import { type CredentialsProblem, refuse } from '../errors.ts';
import { judgeKey, type TimeEvidence } from '../history/judge-key.ts';
import { CLOCK_MARGIN } from '../jose/vc-jwt.ts';
import type { Validity } from '../model/check-credential.ts';
import { formatInstant } from '../model/instant.ts';
import type { World } from '../world.ts';
import { type Finding, findingOf, pass, worstOf } from './finding.ts';
import type { Signature } from './prove-form.ts';

export function judgeTime({ from, until }: Validity, signatures: readonly Signature[], at: number): Finding {
  const problem =
    checkValidity(from, until, at) ??
    signatures.map((signature) => checkSignatureTime(signature, at)).find((each) => each !== undefined);
  const dates = [
    from === undefined ? '' : `valid from ${formatInstant(from)}`,
    until === undefined ? '' : `until ${formatInstant(until)}`,
  ];
  const evidence = dates.filter((text) => text !== '');
  return problem === undefined
    ? pass(`It was valid on ${formatInstant(at)}.`, evidence)
    : findingOf(problem, evidence);
}

function checkValidity(
  from: number | undefined,
  until: number | undefined,
  at: number,
): CredentialsProblem | undefined {
  if (from !== undefined && at < from)
    return refuse('CREDENTIALS_NOT_YET_VALID', `It is valid from ${formatInstant(from)} on.`);
  if (until !== undefined && at > until)
    return refuse('CREDENTIALS_EXPIRED', `It was valid until ${formatInstant(until)}.`);
  return undefined;
}

function checkSignatureTime(
  { claimedAt, expiresAt }: Signature,
  now: number,
): CredentialsProblem | undefined {
  if (claimedAt !== undefined && claimedAt > now + CLOCK_MARGIN)
    return refuse(
      'CREDENTIALS_PROOF_IN_FUTURE',
      `The signature says it was made on ${formatInstant(claimedAt)}, which is yet to come.`,
    );
  if (expiresAt !== undefined && now >= expiresAt)
    return refuse(
      'CREDENTIALS_PROOF_EXPIRED',
      `The signature was meant to last until ${formatInstant(expiresAt)}.`,
    );
  return undefined;
}

/** The life of the keys that signed, where their owner publishes it. */
export function judgeKeys(
  signatures: readonly Signature[],
  world: World,
  evidence: readonly TimeEvidence[],
): Finding {
  const findings = signatures.map(({ method, controller, claimedAt }): Finding => {
    const history = world.histories?.get(controller);
    if (history === undefined && controller.startsWith('did:key:'))
      return pass('The key is its own name, and has no history.', [method]);
    if (history === undefined)
      return pass('Its owner lists the key today, and no history of it is known.', [method]);
    const judged = judgeKey(history, { method, evidence, ...(claimedAt === undefined ? {} : { claimedAt }) });
    return judged.ok
      ? pass(judged.value.reason, [method, ...judged.value.evidence])
      : findingOf(judged.error, [method]);
  });
  return worstOf(
    findings,
    findingOf(refuse('CREDENTIALS_PROOF_MISSING', 'No signature is known to be right.')),
  );
}
