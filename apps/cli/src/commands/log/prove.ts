import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nodeFiles, proveEntry } from '@testamur/adapters/log';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { badInput, onDisk, readTrust, refuseLog } from './refuse-log.ts';

export type ProveQuestion = {
  readonly log: string;
  readonly index: string;
  readonly key: string | undefined;
  readonly out: string | undefined;
  readonly entryOut: string | undefined;
  readonly json: boolean;
};

export async function runProve(question: ProveQuestion, host: Host): Promise<ExitCode> {
  const { log, index, key, out, entryOut, json } = question;
  const trust = await readTrust(key, host);
  if (!trust.ok) return badInput(trust.error, host, json);
  if (!/^\d{1,15}$/.test(index)) {
    const message = 'INDEX is a whole number from 0.';
    return badInput({ code: 'INPUT_ARGUMENTS', message, hint: 'Such as 73894.' }, host, json);
  }
  return onDisk(
    async () => {
      const proven = await proveEntry(nodeFiles(path.resolve(log)), Number(index), trust.value);
      if (!proven.ok) return refuseLog(proven.error, host, json);
      const { proof, entry, size } = proven.value;
      if (out !== undefined) await writeFile(out, proof);
      if (entryOut !== undefined) await writeFile(entryOut, entry);
      const answer = {
        ...{ schema: 'testamur/log-proof/1', index: Number(index), size, proof },
        entry: Buffer.from(entry).toString('base64'),
      };
      if (json) host.write(`${JSON.stringify(answer)}\n`);
      else if (out === undefined) host.write(proof);
      return EXIT.answered;
    },
    host,
    json,
  );
}
