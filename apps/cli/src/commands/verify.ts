import { writeFile } from 'node:fs/promises';
import { openContexts } from '@testamur/adapters/contexts';
import {
  digestOnNode,
  fitsSchema,
  reachOutside,
  signWithPem,
  verifyOnNode,
} from '@testamur/adapters/credentials';
import { openEgress } from '@testamur/adapters/egress';
import type { World } from '@testamur/engines/credentials';
import {
  canonicalise,
  type Day,
  err,
  expectOk,
  ok,
  parseDay,
  parseJsonBytes,
  type Result,
} from '@testamur/engines/kernel';
import { choosePacks, type Library } from '@testamur/services/recognising';
import {
  type IssuerEntry,
  MOST_INPUT_BYTES,
  makeIssuerList,
  parseIssuerList,
  replayRecord,
  signRecord,
  type Verification,
  type VerificationRecord,
  type VerifyOptions,
  verifyForTheRecord,
} from '@testamur/services/verifying';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import type { InputProblem } from '../input/read-request.ts';
import { libraryOf } from '../open-library.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { showVerification } from '../show/verification.ts';

export type VerifyArguments = {
  readonly file: string;
  readonly on?: string | undefined;
  readonly issuers?: string | undefined;
  readonly nonce?: string | undefined;
  readonly audience?: string | undefined;
  readonly evidence?: string | undefined;
  readonly seal?: string | undefined;
  readonly jurisdictions?: readonly string[] | undefined;
  readonly offline: boolean;
  readonly replay: boolean;
  readonly json: boolean;
};

const MOST_RECORD_BYTES = 67_108_864;
const MOST_KEY_BYTES = 16_384;
const EXITS = { pass: EXIT.answered, fail: EXIT.faultsFound, unknown: EXIT.notEstablished } as const;

/** `testamur verify FILE|URL|-`: layer by layer; also keeps what it rested on, and computes it again. */
export async function runVerify(given: VerifyArguments, host: Host): Promise<ExitCode> {
  const library = libraryOf(host);
  if (!library.ok) return cannotRun(library.error, host, given.json);
  if (given.replay) return replay(given, host, library.value);
  const asked = await readAsked(given, host, library.value);
  if (!asked.ok) return refuse([asked.error], host, given);
  const { bytes, issuers, options, signer } = asked.value;
  const world = worldOf(given, host);
  const list = makeIssuerList(issuers);
  const answered = await verifyForTheRecord(bytes, { world, library: library.value, issuers: list }, options);
  if (!answered.ok) return refuse([{ ...answered.error, file: given.file }], host, given);
  const { verification, record } = answered.value;
  if (given.evidence !== undefined) {
    const kept = signer === undefined ? record : await signRecord(record, signer, world);
    const wrong = await write(given.evidence, kept);
    if (wrong !== undefined) return refuse([wrong], host, given);
  }
  return tell(verification, given, host);
}

function worldOf({ offline }: VerifyArguments, host: Host): World {
  const gate = offline ? openEgress({ isOffline: true }) : host.egress;
  const { now } = host;
  const machine = { contexts: openContexts(), verify: verifyOnNode, digest: digestOnNode, fitsSchema };
  return { ...machine, now: now(), reach: reachOutside({ gate, now }) };
}

type Asked = {
  readonly bytes: Uint8Array;
  readonly issuers: readonly IssuerEntry[];
  readonly options: VerifyOptions;
  readonly signer?: Extract<ReturnType<typeof signWithPem>, { ok: true }>['value'];
};

async function readAsked(
  given: VerifyArguments,
  host: Host,
  library: Library,
): Promise<Result<Asked, InputProblem>> {
  const options = readOptions(given, library);
  if (!options.ok) return options;
  const issuers = await readIssuers(given.issuers, host);
  if (!issuers.ok) return issuers;
  if (given.seal !== undefined && given.evidence === undefined)
    return err({
      code: 'INPUT_ARGUMENTS',
      option: '--seal',
      message: 'Only a record is sealed.',
      hint: 'Name its file with --evidence.',
    });
  const pem = given.seal === undefined ? undefined : await host.readBytes(given.seal, MOST_KEY_BYTES);
  if (pem?.ok === false) return err({ ...pem.error, option: '--seal' });
  const signer = pem === undefined ? undefined : signWithPem(new TextDecoder().decode(pem.value));
  if (signer?.ok === false) return err({ ...signer.error, code: 'INPUT_ARGUMENTS', option: '--seal' });
  const bytes = await readGiven(given, host);
  if (!bytes.ok) return bytes;
  const rest = { bytes: bytes.value, issuers: issuers.value, options: options.value };
  return ok(signer === undefined ? rest : { ...rest, signer: signer.value });
}

/** An address is reached through the gate, as all others are. */
async function readGiven(
  { file, offline }: VerifyArguments,
  host: Host,
): Promise<Result<Uint8Array, InputProblem>> {
  if (!/^https?:\/\//iu.test(file)) return host.readBytes(file, MOST_INPUT_BYTES);
  const gate = offline ? openEgress({ isOffline: true }) : host.egress;
  const reached = await reachOutside({ gate, now: host.now })(file, 'related-resource');
  return reached.ok
    ? ok(reached.bytes)
    : err({
        code: 'INPUT_UNREADABLE',
        message: `${file} could not be had: ${reached.reason}`,
        hint: 'Save the credential to a file, and give that.',
      });
}

function readOptions(given: VerifyArguments, library: Library): Result<VerifyOptions, InputProblem> {
  const { on, jurisdictions, nonce, audience } = given;
  const day: Result<Day | undefined, InputProblem> = on === undefined ? ok(undefined) : parseDay(on);
  if (!day.ok) return err({ ...day.error, option: '--on' });
  const packs = choosePacks(jurisdictions ?? [], library.book.packs);
  if (!packs.ok)
    return err({
      code: 'INPUT_ARGUMENTS',
      message: packs.error[0]?.message ?? 'There is no such jurisdiction.',
      option: '--jurisdiction',
    });
  if ((nonce === undefined) !== (audience === undefined))
    return err({
      code: 'INPUT_ARGUMENTS',
      message: 'A question has a nonce and an audience.',
      hint: 'Give --nonce and --audience, or neither.',
    });
  return ok({
    ...(day.value === undefined ? {} : { on: day.value }),
    ...(jurisdictions === undefined ? {} : { jurisdictions }),
    ...(nonce === undefined || audience === undefined ? {} : { challenge: { nonce, audience } }),
  });
}

async function readIssuers(
  file: string | undefined,
  host: Host,
): Promise<Result<readonly IssuerEntry[], InputProblem>> {
  if (file === undefined) return ok([]);
  const bytes = await host.readBytes(file, MOST_INPUT_BYTES);
  if (!bytes.ok) return err({ ...bytes.error, option: '--issuers' });
  const json = parseJsonBytes(bytes.value);
  const list = json.ok ? parseIssuerList(json.value) : json;
  return list.ok ? list : err({ ...list.error, option: '--issuers', file });
}

async function write(file: string, record: VerificationRecord | object): Promise<InputProblem | undefined> {
  try {
    await writeFile(file, `${JSON.stringify(record)}\n`);
    return undefined;
  } catch {
    return {
      code: 'INPUT_UNREADABLE',
      option: '--evidence',
      message: `${file} cannot be written.`,
      hint: 'Check the folder and who may write there.',
    };
  }
}

async function replay(given: VerifyArguments, host: Host, library: Library): Promise<ExitCode> {
  const bytes = await host.readBytes(given.file, MOST_RECORD_BYTES);
  if (!bytes.ok) return refuse([bytes.error], host, given);
  const json = parseJsonBytes(bytes.value, { maxLength: MOST_RECORD_BYTES });
  if (!json.ok) return refuse([{ ...json.error, file: given.file }], host, given);
  const again = await replayRecord(json.value, {
    contexts: openContexts(),
    verify: verifyOnNode,
    fitsSchema,
    library,
  });
  if (!again.ok)
    return refuse([{ ...again.error, file: given.file }], host, { ...given, code: EXIT.faultsFound });
  const { verification, isSame, lawMissing, sealedBy } = again.value;
  const exit = isSame
    ? EXITS[verification.outcome]
    : lawMissing.length > 0
      ? EXIT.notEstablished
      : EXIT.faultsFound;
  if (given.json) {
    host.write(
      `${expectOk(canonicalise({ schema: 'testamur/replay/1', ...again.value }), 'a replay is JSON')}\n`,
    );
    return exit;
  }
  const seal =
    sealedBy === undefined
      ? 'It bears no seal: anybody may have written it.'
      : `Sealed by ${sealedBy}, and unchanged since.`;
  const law =
    lawMissing.length === 0 ? '' : ` The law of ${lawMissing.join(', ')} is not here as it was then.`;
  const same = isSame
    ? 'Computed again from the record alone: the same answer.'
    : `Computed again from the record alone: ANOTHER answer.${law}`;
  host.write(`${seal}\n${same}\n\n${showVerification(verification, host)}`);
  return exit;
}

function tell(verification: Verification, { json }: VerifyArguments, host: Host): ExitCode {
  host.write(
    json
      ? `${expectOk(canonicalise(verification), 'a verification is JSON')}\n`
      : showVerification(verification, host),
  );
  return EXITS[verification.outcome];
}
