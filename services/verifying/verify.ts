/** The use case: bytes that somebody handed in, and what they are worth, layer by layer. */
import {
  type Challenge,
  formatInstant,
  judgeCredential,
  judgePresentation,
  LAYERS,
  type Layer,
  type OnDay,
  type TimeEvidence,
  type Verdict,
  type World,
} from '@testamur/engines/credentials';
import {
  type Day,
  dayInZone,
  expectOk,
  formatDay,
  type Json,
  ok,
  parseDay,
  parseJsonBytes,
  type Result,
  utf8Of,
} from '@testamur/engines/kernel';
import type { Library } from '@testamur/services/recognising';
import type { VerifyingProblem } from './errors.ts';
import { findIssuer, type IssuerFound, type IssuerList } from './issuer-list.ts';
import { judgeAcceptance } from './judge-acceptance.ts';
import { type ChainFinding, judgeChain } from './judge-chain.ts';
import { isOpen, type LayerFinding, worstOutcome } from './layer.ts';
import { openInput } from './open-input.ts';
import type { CredentialVerification, Verification } from './verification.ts';

export type Verifying = {
  readonly world: World;
  readonly library: Library;
  readonly issuers: IssuerList;
  /** Recognisers whose word is taken; all of the registry where absent. */
  readonly roots?: ReadonlySet<string>;
};

export type VerifyOptions = {
  /** The day for which law and recognition are asked; that of the world where absent. */
  readonly on?: Day;
  /** Packs or jurisdictions to ask; none where empty, all where absent. */
  readonly jurisdictions?: readonly string[];
  /** A question that whoever shows it was asked. */
  readonly challenge?: Challenge;
  readonly evidence?: readonly TimeEvidence[];
};

/**
 * @param bytes untrusted: a file, pasted or scanned text; JSON, JWT, SD-JWT, or a picture that holds one
 * @example (await verify(bytes, { world, library, issuers })).value.outcome // 'pass', 'fail' or 'unknown'
 */
export async function verify(
  bytes: Uint8Array,
  verifying: Verifying,
  options: VerifyOptions = {},
): Promise<Result<Verification, VerifyingProblem>> {
  const opened = openInput(bytes);
  if (!opened.ok) return opened;
  const { world } = verifying;
  const today = options.on ?? expectOk(dayInZone(world.now, 'UTC'), 'a clock');
  const { verdicts, holder, isWhole } = await judgeAll(opened.value, world, options);
  const credentials = verdicts.map((verdict) => withRecognition(verdict, verifying, { options, today }));
  const outcomes = [
    ...credentials.map(({ outcome }) => outcome),
    ...(holder === undefined || (options.challenge === undefined && holder.outcome === 'unknown')
      ? []
      : [holder.outcome]),
    // Of what was not looked at nothing is established.
    ...(isWhole ? [] : (['unknown'] as const)),
  ];
  return ok({
    schema: 'testamur/verification/1',
    at: formatInstant(world.now),
    on: formatDay(today),
    // Nothing that was shown is nothing that was established.
    outcome: outcomes.length === 0 ? 'unknown' : worstOutcome(outcomes),
    ...(holder === undefined ? {} : { holder }),
    credentials,
  });
}

type Judged = {
  readonly verdicts: readonly Verdict[];
  readonly holder?: LayerFinding;
  /** Everything that was shown was judged. */
  readonly isWhole: boolean;
};

const MOST_SHOWN = 100;

async function judgeAll(bytes: Uint8Array, world: World, options: VerifyOptions): Promise<Judged> {
  const { challenge, evidence } = options;
  const shown = presentationOf(bytes);
  if (shown === undefined)
    return {
      isWhole: true,
      verdicts: [
        await judgeCredential(bytes, world, {
          ...(challenge === undefined ? {} : { challenge }),
          ...(evidence === undefined ? {} : { evidence }),
        }),
      ],
    };
  if (challenge !== undefined) {
    const verdict = await judgePresentation(bytes, world, challenge);
    // Of what is not opened none is judged, and its holder says why.
    const isWhole = verdict.holder.outcome !== 'pass' || verdict.credentials.length === shown.length;
    return { verdicts: verdict.credentials, holder: verdict.holder, isWhole };
  }
  const verdicts: Verdict[] = [];
  for (const each of shown.slice(0, MOST_SHOWN))
    verdicts.push(await judgeCredential(bytesOfShown(each), world, {}));
  const reason =
    shown.length > MOST_SHOWN
      ? `Only the first ${MOST_SHOWN} were judged.`
      : 'It is a presentation, and nobody here asked for it: who shows it is not established.';
  return {
    ...{ verdicts, isWhole: verdicts.length === shown.length },
    holder: { outcome: 'unknown', code: 'CREDENTIALS_BINDING_MISSING', reason, evidence: [] },
  };
}

/** What a presentation in JSON shows; nothing where it is none. */
function presentationOf(bytes: Uint8Array): readonly Json[] | undefined {
  const first = bytes.find((byte) => byte > 0x20);
  if (first !== 0x7b) return undefined;
  const json = parseJsonBytes(bytes);
  if (!json.ok || typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
    return undefined;
  const { type, verifiableCredential: shown } = json.value as { readonly [name: string]: Json };
  if (type !== 'VerifiablePresentation' && !(Array.isArray(type) && type.includes('VerifiablePresentation')))
    return undefined;
  return shown === undefined ? [] : Array.isArray(shown) ? (shown as readonly Json[]) : [shown as Json];
}

const ENVELOPE = /^data:application\/(?:vc\+jwt|dc\+sd-jwt)[;,](.+)$/u;

function bytesOfShown(shown: Json): Uint8Array {
  const id = typeof shown === 'object' && shown !== null ? (shown as { readonly id?: Json }).id : undefined;
  const token = typeof id === 'string' ? ENVELOPE.exec(id)?.[1] : undefined;
  return utf8Of(token ?? JSON.stringify(shown));
}

type Asked = { readonly options: VerifyOptions; readonly today: Day };

function withRecognition(
  verdict: Verdict,
  verifying: Verifying,
  { options, today }: Asked,
): CredentialVerification {
  const { library, issuers } = verifying;
  const awardedOn = awardDayOf(verdict);
  const found =
    verdict.signed === undefined || verdict.layers.issuer.outcome !== 'pass'
      ? { finding: isOpen('VERIFYING_NOT_AUTHENTIC', 'Not asked, since nobody is known to have signed it.') }
      : findIssuer(issuers, library.registry, { id: verdict.signed.issuer, on: awardedOn ?? today, today });
  const issuer: IssuerFound | undefined = 'issuer' in found ? found.issuer : undefined;
  const chainOn = (day: Day | undefined): ChainFinding => {
    if (issuer === undefined)
      return {
        ...isOpen(
          'VERIFYING_ISSUER_NOT_LISTED',
          'Not asked, since whose identifier this is has not been established.',
        ),
        chain: [],
      };
    if (day === undefined)
      return { ...isOpen('VERIFYING_AWARD_DAY_UNKNOWN', 'It does not say when it was awarded.'), chain: [] };
    const site = { school: issuer.school, ...(issuer.campus === undefined ? {} : { campus: issuer.campus }) };
    const roots = verifying.roots ?? new Set(library.registry.recognisers.keys());
    return judgeChain({ registry: library.registry, site, day, roots });
  };
  const asOfAward = {
    ...chainOn(awardedOn),
    ...(awardedOn === undefined ? {} : { on: formatDay(awardedOn) }),
  };
  const acceptance = judgeAcceptance(library, {
    verdict,
    issuer,
    awardedOn,
    on: today,
    ...(options.jurisdictions === undefined ? {} : { jurisdictions: options.jurisdictions }),
  });
  const { signed, form } = verdict;
  return {
    outcome: worstOutcome([verdict.outcome, found.finding.outcome, asOfAward.outcome]),
    authentic: verdict.outcome,
    layers: Object.fromEntries(LAYERS.map((layer) => [layer, verdict.layers[layer]])) as Record<
      Layer,
      LayerFinding
    >,
    asOfNow: onDay(verdict.asOfNow),
    ...(verdict.asOfAward === undefined ? {} : { asOfAward: onDay(verdict.asOfAward) }),
    issuer: { ...found.finding, ...(issuer === undefined ? {} : { found: issuer }) },
    recognition: { asOfAward, asOfNow: { ...chainOn(today), on: formatDay(today) } },
    acceptance,
    inputHash: verdict.inputHash,
    ...(form === undefined ? {} : { form }),
    ...(signed === undefined
      ? {}
      : { signed: { document: signed.document as Json, hash: signed.hash, issuer: signed.issuer } }),
  };
}

const onDay = ({ at, ...rest }: OnDay) => ({ ...rest, at: formatInstant(at) });

/** The day that the issuer says it was awarded on: its own word for it, otherwise the day from which it is valid. */
function awardDayOf({ signed, asOfAward }: Verdict): Day | undefined {
  const said = signed?.document['awardedDate'];
  const written = typeof said === 'string' ? parseDay(said.slice(0, 10)) : undefined;
  if (written?.ok) return written.value;
  if (asOfAward === undefined) return undefined;
  const day = dayInZone(asOfAward.at, 'UTC');
  return day.ok ? day.value : undefined;
}
