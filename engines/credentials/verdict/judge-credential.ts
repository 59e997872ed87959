/** The verdict on one credential: every layer answered, each with its reason. */
import { type Json, sha256Hex } from '@testamur/engines/kernel';
import { refuse } from '../errors.ts';
import type { TimeEvidence } from '../history/judge-key.ts';
import { idOf, validityOf } from '../model/check-credential.ts';
import { hasType, listOf, type Members } from '../model/members.ts';
import type { Challenge } from '../sd-jwt/sd-jwt.ts';
import { problemOfStatus, readStatus } from '../status/judge-status.ts';
import { parseStatusEntry } from '../status/status-entry.ts';
import type { World } from '../world.ts';
import { type Finding, findingOf, pass, worstOf } from './finding.ts';
import { judgeSchemas } from './judge-schema.ts';
import { judgeKeys, judgeTime } from './judge-time.ts';
import { type Proven, proveForm } from './prove-form.ts';
import { type ReadInput, readInput } from './read-input.ts';
import { LAYERS, type Layer, type OnDay, type Verdict } from './verdict.ts';

export type JudgeOptions = {
  /** Somebody was asked to show that it is theirs. */
  readonly challenge?: Challenge;
  /** That these very bytes existed at a time, established by whoever passes it on. */
  readonly evidence?: readonly TimeEvidence[];
};

/**
 * @param bytes untrusted: JSON, a JWT or an SD-JWT as they came
 * @example (await judgeCredential(file, world)).layers.crypto.outcome // 'pass', 'fail' or 'unknown'
 */
export async function judgeCredential(
  bytes: Uint8Array,
  world: World,
  options: JudgeOptions = {},
): Promise<Verdict> {
  const input = readInput(bytes);
  const inputHash = sha256Hex(bytes);
  if (!input.ok) return refuseAll(findingOf(input.error), inputHash, world.now);
  return judgeInput(input.value, { world, options, inputHash });
}

type Context = { readonly world: World; readonly options: JudgeOptions; readonly inputHash: string };

export async function judgeInput(input: ReadInput, { world, options, inputHash }: Context): Promise<Verdict> {
  const proven = await proveForm(input, world, options.challenge);
  const { document, signed } = proven;
  if (document === undefined || signed === undefined)
    return { ...refuseAll(proven.form, inputHash, world.now, proven.crypto), form: input.form };
  const issuer = String(idOf(document['issuer'] ?? document['iss']));
  const status = await judgeStatus(document, world, issuer);
  const asOfNow = onDay(world.now, proven, { world, options, status });
  const { from } = validityOf(document);
  const layers: Record<Layer, Finding> = {
    form: proven.form,
    crypto: proven.crypto,
    issuer: judgeIssuer(proven, issuer),
    key: asOfNow.key,
    time: asOfNow.time,
    status,
    schema: await judgeSchemas(document, world),
    holder: judgeHolder(proven),
  };
  const asked = LAYERS.filter((layer) => layer !== 'holder' || options.challenge !== undefined);
  return {
    outcome: worstOf(
      asked.map((layer) => layers[layer]),
      proven.form,
    ).outcome,
    layers,
    asOfNow,
    ...(from === undefined
      ? {}
      : { asOfAward: onDay(from, proven, { world, options, status: unknownThen() }) }),
    inputHash,
    form: input.form,
    signed: { document, text: signed, hash: sha256Hex(signed), issuer },
  };
}

const unknownThen = (): Finding =>
  findingOf(
    refuse('CREDENTIALS_STATUS_UNREACHABLE', 'A list tells the status of today, not of another day.'),
  );

type Day = { readonly world: World; readonly options: JudgeOptions; readonly status: Finding };

function onDay(at: number, { document, signatures }: Proven, { world, options, status }: Day): OnDay {
  // What a signature says of its own time is compared with today: it may be made later than what it attests.
  const made = at === world.now ? signatures : [];
  return {
    at,
    time: judgeTime(document === undefined ? {} : validityOf(document), made, at),
    key: judgeKeys(signatures, world, options.evidence ?? []),
    status,
  };
}

/** Whoever is named as the issuer must have signed. Names are not compared: they come from the registry, never from here. */
function judgeIssuer({ signatures }: Proven, issuer: string): Finding {
  const own = signatures.filter(({ controller }) => controller === issuer);
  if (own.length > 0) return pass('Its issuer signed it.', [issuer]);
  return findingOf(
    refuse('CREDENTIALS_ISSUER_DIFFERS', 'It was signed by somebody else than the issuer it names.'),
    [issuer, ...signatures.map(({ controller }) => controller)],
  );
}

function judgeHolder({ bound }: Proven): Finding {
  if (bound?.ok === true) return pass('Whoever shows it holds the key it was given to.');
  if (bound?.ok === false) {
    const finding = findingOf(bound.error);
    return bound.error.code === 'CREDENTIALS_BINDING_MISSING' ? { ...finding, outcome: 'unknown' } : finding;
  }
  return {
    ...findingOf(refuse('CREDENTIALS_BINDING_MISSING', 'Nobody was asked to show that it is theirs.')),
    outcome: 'unknown',
  };
}

const MAX_STATUSES = 8;

async function judgeStatus(document: Members, world: World, issuer: string): Promise<Finding> {
  // Of a token: the list of tokens, which is not read here.
  if (document['status'] !== undefined && document['credentialStatus'] === undefined)
    return findingOf(refuse('CREDENTIALS_STATUS_KIND', 'Its status is of a kind that is not known here.'));
  const entries = listOf(document['credentialStatus']);
  if (entries.length > MAX_STATUSES)
    return findingOf(refuse('CREDENTIALS_STATUS_FORMAT', 'It stands on too many lists.'));
  const findings: Finding[] = [];
  for (const entry of entries) findings.push(await judgeEntry(entry, world, issuer));
  return worstOf(findings, pass('It stands on no list: it cannot be revoked.'));
}

async function judgeEntry(value: Json, world: World, issuer: string): Promise<Finding> {
  const entry = parseStatusEntry(value);
  if (!entry.ok) return findingOf(entry.error);
  const { list, index, purpose } = entry.value;
  const evidence = [`${list}#${index}`];
  const reached = await world.reach(list, 'status-list');
  if (!reached.ok)
    return findingOf(
      refuse('CREDENTIALS_STATUS_UNREACHABLE', `The status list could not be had: ${reached.reason}`),
      evidence,
    );
  const document = await openList(reached.bytes, world);
  if ('outcome' in document) return { ...(document as Finding), evidence };
  const status = readStatus(entry.value, { document, fetchedAt: reached.fetchedAt, now: world.now }, issuer);
  if (!status.ok) return findingOf(status.error, evidence);
  const proofs = [...evidence, status.value.listHash];
  const problem = problemOfStatus(status.value);
  return problem === undefined
    ? pass(`It is on the list for ${purpose}, and nothing is noted.`, proofs)
    : findingOf(problem, proofs);
}

/** A list is a credential: it must be signed by its issuer and in force. Its own status is not followed, so that no list leads to another. */
async function openList(bytes: Uint8Array, world: World): Promise<Members | Finding> {
  const input = readInput(bytes);
  if (!input.ok) return badList(input.error.message);
  const proven = await proveForm(input.value, world);
  const { document } = proven;
  if (document === undefined)
    return badList(
      proven.crypto.outcome === 'pass' ? proven.form.reason : `${proven.form.reason} ${proven.crypto.reason}`,
    );
  const issuer = String(idOf(document['issuer']));
  const { from, until } = validityOf(document);
  if (until !== undefined && world.now >= until)
    return findingOf(refuse('CREDENTIALS_STATUS_STALE', 'The list is older than it may be.'));
  const good = [
    judgeIssuer(proven, issuer),
    judgeTime(from === undefined ? {} : { from }, proven.signatures, world.now),
    judgeKeys(proven.signatures, world, []),
  ];
  const worst = worstOf(good, proven.crypto);
  if (worst.outcome !== 'pass' || proven.form.outcome !== 'pass') return badList(worst.reason);
  return hasType(document, 'BitstringStatusListCredential') ? document : badList('it is no status list.');
}

const badList = (reason: string): Finding =>
  findingOf(refuse('CREDENTIALS_STATUS_LIST', `The status list is not good: ${reason}`));

/** Nothing was signed that could be judged: all other layers stay unknown. */
function refuseAll(form: Finding, inputHash: string, at: number, crypto?: Finding): Verdict {
  const open: Finding = {
    outcome: 'unknown',
    reason: 'Not asked, since nothing is known to be signed.',
    evidence: [],
  };
  const layers = Object.fromEntries(LAYERS.map((layer) => [layer, open])) as Record<Layer, Finding>;
  layers.form = form;
  layers.crypto = crypto ?? open;
  const outcome = worstOf([form, layers.crypto], form).outcome;
  return {
    outcome: outcome === 'pass' ? 'unknown' : outcome,
    layers,
    asOfNow: { at, time: open, key: open, status: open },
    inputHash,
  };
}
