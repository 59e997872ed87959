/**
 * The record of a verification: everything that is needed to compute the same answer again, years later and without a network. What was
 * reached of others is in it, byte for byte, and so is what the registry said; the law is named by hash, since it is published for good.
 */
import {
  addProof,
  type ContextStore,
  formatInstant,
  formatKeyHistory,
  fromBase64url,
  type KeyHistory,
  parseKeyHistory,
  type Reached,
  type ReachedKind,
  type Sign,
  type TimeEvidence,
  toBase64url,
  verifyProofs,
  type World,
} from '@testamur/engines/credentials';
import {
  err,
  expectOk,
  formatDay,
  hashOf,
  type Json,
  ok,
  parseDay,
  type Result,
  sha256Hex,
} from '@testamur/engines/kernel';
import {
  type Library,
  makeLibrary,
  packRegistryFile,
  type RegistryFile,
  unpackRegistryFile,
} from '@testamur/services/recognising';
import { refuse, type VerifyingProblem } from './errors.ts';
import { type IssuerEntry, makeIssuerList } from './issuer-list.ts';
import type { Verification } from './verification.ts';
import { type Verifying, type VerifyOptions, verify } from './verify.ts';

type Members = { readonly [name: string]: Json };

type ReachedThen = {
  readonly url: string;
  readonly kind: ReachedKind;
  /** Base64url; absent where it could not be had. */
  readonly bytes?: string;
  readonly hash?: string;
  /** Milliseconds since 1970. */
  readonly fetchedAt?: number;
  readonly reason?: string;
};

export type VerificationRecord = {
  readonly type: 'VerificationRecord';
  readonly schema: 'testamur/verification-record/1';
  readonly at: string;
  /** The same in milliseconds since 1970: a list is kept to the millisecond. */
  readonly atMs: number;
  /** Base64url. */
  readonly input: string;
  readonly options: {
    readonly on?: string;
    readonly jurisdictions?: readonly string[];
    readonly challenge?: Json;
    readonly evidence?: readonly TimeEvidence[];
  };
  readonly reached: readonly ReachedThen[];
  readonly histories: readonly Json[];
  readonly issuers: readonly IssuerEntry[];
  readonly roots: readonly string[];
  readonly registry: RegistryFile;
  /** Packs by hash, of which the acceptance was computed. */
  readonly law: { readonly [pack: string]: string };
  /** Hash of the verification in canonical form. */
  readonly result: string;
  readonly outcome: string;
};

export type Recorded = { readonly verification: Verification; readonly record: VerificationRecord };

/** Verifies, and keeps what it rested on. */
export async function verifyForTheRecord(
  bytes: Uint8Array,
  verifying: Verifying,
  options: VerifyOptions = {},
): Promise<Result<Recorded, VerifyingProblem>> {
  const reached = new Map<string, ReachedThen>();
  const world: World = {
    ...withoutMemo(verifying.world),
    reach: noteReached(verifying.world.reach, reached),
  };
  const answered = await verify(bytes, { ...verifying, world }, options);
  if (!answered.ok) return answered;
  const verification = answered.value;
  const { library, issuers } = verifying;
  const ids = verification.credentials.flatMap(({ signed }) => (signed === undefined ? [] : [signed.issuer]));
  const entries = [...new Set(ids)].flatMap((id) => issuers.get(id) ?? []);
  const record: VerificationRecord = {
    type: 'VerificationRecord',
    schema: 'testamur/verification-record/1',
    at: formatInstant(world.now),
    atMs: world.now,
    input: toBase64url(bytes),
    options: writeOptions(options),
    reached: [...reached.values()],
    histories: [...(world.histories?.values() ?? [])].map((history) => formatKeyHistory(history) as Json),
    issuers: entries,
    roots: [...(verifying.roots ?? library.registry.recognisers.keys())].sort(),
    registry: cutRegistry(library, entries),
    law: lawOf(verification),
    result: expectOk(hashOf(verification), 'a verification is JSON'),
    outcome: verification.outcome,
  };
  return ok({ verification, record });
}

/** What was kept from other calls would not be in the record. */
function withoutMemo({ memo: _, ...world }: World): World {
  return world;
}

const nameOf = (url: string, kind: ReachedKind): string => `${kind} ${url}`;

function noteReached(reach: World['reach'], noted: Map<string, ReachedThen>): World['reach'] {
  return async (url, kind) => {
    const known = noted.get(nameOf(url, kind));
    if (known !== undefined) return answerOf(known);
    const reached = await reach(url, kind);
    noted.set(
      nameOf(url, kind),
      reached.ok
        ? {
            url,
            kind,
            bytes: toBase64url(reached.bytes),
            hash: `sha256:${sha256Hex(reached.bytes)}`,
            fetchedAt: reached.fetchedAt,
          }
        : { url, kind, reason: reached.reason },
    );
    return answerOf(noted.get(nameOf(url, kind)) as ReachedThen);
  };
}

function answerOf({ bytes, hash, fetchedAt, reason }: ReachedThen): Reached {
  if (bytes === undefined) return { ok: false, reason: reason ?? 'it was not reached then.' };
  const read = fromBase64url(bytes);
  if (!read.ok || hash !== `sha256:${sha256Hex(read.value)}`)
    return { ok: false, reason: 'the record of it is damaged.' };
  return { ok: true, bytes: read.value, fetchedAt: fetchedAt ?? 0 };
}

function writeOptions({
  on,
  jurisdictions,
  challenge,
  evidence,
}: VerifyOptions): VerificationRecord['options'] {
  return {
    ...(on === undefined ? {} : { on: formatDay(on) }),
    ...(jurisdictions === undefined ? {} : { jurisdictions }),
    ...(challenge === undefined ? {} : { challenge: challenge as Json }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

const lawOf = ({ credentials }: Verification): VerificationRecord['law'] =>
  Object.fromEntries(
    credentials.flatMap(({ acceptance }) =>
      acceptance.authorities.map(({ pack, packHash }) => [pack, packHash]),
    ),
  );

/** The schools in question with those they became, all that was decided about them, and whoever recognises: not the whole world. */
function cutRegistry({ registry }: Library, entries: readonly IssuerEntry[]): RegistryFile {
  const wanted = new Set(entries.map(({ school }) => school));
  for (const id of wanted)
    for (const { into } of registry.schools.get(id)?.successions ?? []) wanted.add(into);
  const whole = packRegistryFile(registry);
  return {
    ...whole,
    schools: whole.schools.filter(({ id }) => wanted.has(id)),
    decisions: whole.decisions.filter(({ school }) => wanted.has(school)),
    ...(entries.length === 0 ? { agencies: [], recognisers: [] } : {}),
  };
}

export type RecordSigner = { readonly method: string; readonly did: string; readonly sign: Sign };

/** The record under the seal of whoever verified (eddsa-jcs-2022), who says when. */
export async function signRecord(
  record: VerificationRecord,
  { method, did, sign }: RecordSigner,
  { now, contexts }: Pick<World, 'now' | 'contexts'>,
): Promise<Members> {
  const document = { ...(JSON.parse(JSON.stringify(record)) as Members), verifier: did };
  const signing = {
    suite: 'eddsa-jcs-2022',
    keyKind: 'Ed25519',
    purpose: 'assertionMethod',
    method,
    sign,
    createdAt: now,
    contexts,
  } as const;
  return expectOk(await addProof(document, signing), 'a record is JSON');
}

/** What is needed to compute it again: nothing of today but the program, its contexts and its law. */
export type Replaying = {
  readonly contexts: ContextStore;
  readonly verify: World['verify'];
  readonly fitsSchema?: World['fitsSchema'];
  readonly library: Library;
};

export type Replayed = {
  /** Whose seal it bears; none where it bears none. */
  readonly sealedBy?: string;
  readonly verification: Verification;
  /** Whether it is, to the byte, what was found then. */
  readonly isSame: boolean;
  /** Packs that are not here as they were: the acceptance cannot be compared. */
  readonly lawMissing: readonly string[];
};

/** @param value untrusted: a record, sealed or not */
export async function replayRecord(
  value: Json,
  replaying: Replaying,
): Promise<Result<Replayed, VerifyingProblem>> {
  const record = readRecord(value);
  if (record === undefined)
    return err(
      refuse(
        'VERIFYING_RECORD_FORMAT',
        'This is no record of a verification.',
        'Give the file that --evidence wrote.',
      ),
    );
  const sealed = await checkSeal(value as Members, replaying);
  if (!sealed.ok) return sealed;
  const { now, bytes, histories } = record;
  const reached = new Map(record.record.reached.map((each) => [nameOf(each.url, each.kind), each]));
  const world: World = {
    now,
    contexts: replaying.contexts,
    verify: replaying.verify,
    ...(replaying.fitsSchema === undefined ? {} : { fitsSchema: replaying.fitsSchema }),
    reach: async (url, kind) => answerOf(reached.get(nameOf(url, kind)) ?? { url, kind }),
    ...(histories.length === 0
      ? {}
      : { histories: new Map(histories.map((history) => [history.controller, history])) }),
  };
  const { book } = replaying.library;
  const library = makeLibrary(book, unpackRegistryFile(record.record.registry));
  const { issuers, roots, law, result } = record.record;
  const again = await verify(
    bytes,
    { world, library, issuers: makeIssuerList(issuers), roots: new Set(roots) },
    record.options,
  );
  if (!again.ok) return again;
  const lawMissing = Object.entries(law).flatMap(([pack, hash]) =>
    book.hashes.get(pack) === hash ? [] : [pack],
  );
  const isSame = expectOk(hashOf(again.value), 'a verification is JSON') === result;
  return ok({
    ...(sealed.value === undefined ? {} : { sealedBy: sealed.value }),
    verification: again.value,
    isSame,
    lawMissing,
  });
}

async function checkSeal(
  document: Members,
  { contexts, verify: check }: Replaying,
): Promise<Result<string | undefined, VerifyingProblem>> {
  if (document['proof'] === undefined) return ok(undefined);
  // The key is its own name (did:key): nothing is reached.
  const world: World = {
    now: 0,
    contexts,
    verify: check,
    reach: async () => ({ ok: false, reason: 'nothing is reached.' }),
  };
  const answers = await verifyProofs(document, world);
  const [first] = answers;
  const isGood =
    answers.length === 1 && first?.ok === true && first.value.key.controller === document['verifier'];
  return isGood
    ? ok(first.value.key.controller)
    : err(
        refuse(
          'VERIFYING_RECORD_SIGNATURE',
          'The record has been changed since it was sealed, or by whom it was sealed cannot be told.',
          'Ask whoever verified for the record as it was.',
        ),
      );
}

type Read = {
  readonly record: VerificationRecord;
  readonly now: number;
  readonly bytes: Uint8Array;
  readonly histories: readonly KeyHistory[];
  readonly options: VerifyOptions;
};

function readRecord(value: Json): Read | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const record = value as unknown as VerificationRecord;
  if (
    record.schema !== 'testamur/verification-record/1' ||
    typeof record.input !== 'string' ||
    !Number.isSafeInteger(record.atMs)
  )
    return undefined;
  const { registry, options, law } = record;
  const lists = [
    record.reached,
    record.issuers,
    record.roots,
    record.histories,
    registry?.schools,
    registry?.agencies,
    registry?.recognisers,
    registry?.decisions,
  ];
  if (!lists.every(Array.isArray) || typeof options !== 'object' || typeof law !== 'object') return undefined;
  const input = fromBase64url(record.input);
  const histories = record.histories.map((each) => parseKeyHistory(each));
  const on = options.on === undefined ? undefined : parseDay(options.on);
  if (!input.ok || on?.ok === false || histories.some(({ ok: isRead }) => !isRead)) return undefined;
  const { jurisdictions, challenge, evidence } = options;
  return {
    record,
    now: record.atMs,
    bytes: input.value,
    histories: histories.flatMap((history) => (history.ok ? [history.value] : [])),
    options: {
      ...(on === undefined ? {} : { on: on.value }),
      ...(jurisdictions === undefined ? {} : { jurisdictions }),
      ...(challenge === undefined ? {} : { challenge: challenge as never }),
      ...(evidence === undefined ? {} : { evidence }),
    },
  };
}
