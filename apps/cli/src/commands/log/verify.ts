import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkLog, type LogProblem, nodeFiles, rootAt } from '@testamur/adapters/log';
import { areSameBytes, err, ok, type Result } from '@testamur/engines/kernel';
import {
  type CheckpointTrust,
  countWitnesses,
  type NoteKey,
  type OpenedCheckpoint,
  openCheckpoint,
  verifyLogProof,
} from '@testamur/engines/transparency';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { badInput, missing, onDisk, readKey, readTrust, refuseLog } from './refuse-log.ts';

export type VerifyQuestion = {
  readonly log: string;
  readonly key: string | undefined;
  readonly since: string | undefined;
  readonly entry: string | undefined;
  readonly witnesses: readonly string[];
  readonly quorum: string | undefined;
  readonly json: boolean;
};

/** A folder: the whole log. A file: one proof. */
export async function runVerify(question: VerifyQuestion, host: Host): Promise<ExitCode> {
  const { key, json } = question;
  const trust = await readTrust(key, host);
  if (!trust.ok) return badInput(trust.error, host, json);
  return onDisk(
    async () => {
      const isFile = (await stat(question.log).catch(() => undefined))?.isFile() === true;
      return isFile ? verifyProof(question, trust.value, host) : verifyFolder(question, trust.value, host);
    },
    host,
    json,
  );
}

async function verifyFolder(
  { log, since, json }: VerifyQuestion,
  trust: CheckpointTrust,
  host: Host,
): Promise<ExitCode> {
  const folder = path.resolve(log);
  const report = await checkLog(nodeFiles(folder), trust);
  if (!report.ok) return refuseLog(report.error, host, json);
  const { checkpoint, faults } = report.value;
  const [fault] = faults;
  if (fault !== undefined) {
    const message = `${fault.path} ${fault.what}; ${faults.length} such in all.`;
    return refuseLog(
      { code: 'LOG_DAMAGED', message, hint: 'testamur log fsck names each file.' },
      host,
      json,
    );
  }
  const earlier =
    since === undefined ? ok(undefined) : await checkSince(since, { folder, checkpoint, trust }, host);
  if (!earlier.ok) return refuseLog(earlier.error, host, json);
  const from = earlier.value?.size;
  host.write(
    json
      ? `${JSON.stringify({ schema: 'testamur/log-verified/1', folder, origin: checkpoint.origin, size: checkpoint.size, since: from ?? null })}\n`
      : `${checkpoint.origin}: ${checkpoint.size} entries, as they were signed${from === undefined ? '' : `, continuing the ${from} of the earlier checkpoint`}.\n`,
  );
  return EXIT.answered;
}

type Later = {
  readonly folder: string;
  readonly checkpoint: OpenedCheckpoint;
  readonly trust: CheckpointTrust;
};

/** Whether the log is the continuation of a checkpoint kept from earlier. */
async function checkSince(
  file: string,
  { folder, checkpoint, trust }: Later,
  host: Host,
): Promise<Result<OpenedCheckpoint, LogProblem>> {
  const text = await host.readText(file);
  if (!text.ok) return err({ code: 'LOG_NOT_FOUND', message: text.error.message });
  const earlier = openCheckpoint(text.value, trust);
  if (!earlier.ok) return earlier;
  const { size, root } = earlier.value;
  if (size > checkpoint.size) {
    const message = `The log has ${checkpoint.size} entries and signed ${size} earlier: it became shorter.`;
    return err({ code: 'LOG_ROLLED_BACK', message, hint: 'Keep both checkpoints as evidence.' });
  }
  const now = await rootAt(nodeFiles(folder), size);
  if (!now.ok) return now;
  if (areSameBytes(now.value, root)) return earlier;
  const message = `The first ${size} entries are not those of the earlier checkpoint: the log was rewritten.`;
  return err({ code: 'LOG_FORKED', message, hint: 'Keep both checkpoints: together they prove it.' });
}

async function verifyProof(question: VerifyQuestion, trust: CheckpointTrust, host: Host): Promise<ExitCode> {
  const { log, entry, quorum = '0', json } = question;
  if (entry === undefined) return badInput(missing('--entry'), host, json);
  if (!/^\d{1,2}$/.test(quorum)) {
    const message = '--quorum takes a whole number from 0.';
    return badInput({ code: 'INPUT_ARGUMENTS', option: '--quorum', message }, host, json);
  }
  const witnesses: NoteKey[] = [];
  for (const given of question.witnesses) {
    const read = await readKey(given, { option: '--witness', kind: 'witness' }, host);
    if (!read.ok) return badInput(read.error, host, json);
    witnesses.push(read.value);
  }
  const source = await host.readText(log);
  if (!source.ok) return badInput(source.error, host, json);
  const bytes = new Uint8Array(await readFile(entry));
  const proven = verifyLogProof(source.value, bytes, { ...trust, witnesses, quorum: Number(quorum) });
  if (!proven.ok) return refuseLog(proven.error, host, json);
  const { index, checkpoint } = proven.value;
  const cosigned = countWitnesses(checkpoint);
  host.write(
    json
      ? `${JSON.stringify({ schema: 'testamur/log-proof-verified/1', origin: checkpoint.origin, index, size: checkpoint.size, witnesses: cosigned })}\n`
      : `The entry is number ${index} of the ${checkpoint.size} in ${checkpoint.origin}; ${cosigned} known ${cosigned === 1 ? 'witness' : 'witnesses'} cosigned.\n`,
  );
  return EXIT.answered;
}
