import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSigner, initLog, nodeFiles } from '@testamur/adapters/log';
import { formatNoteKey } from '@testamur/engines/transparency';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { badInput, missing, onDisk, refuseLog } from './refuse-log.ts';

export type InitQuestion = {
  readonly folder: string;
  readonly origin: string | undefined;
  readonly secret: string | undefined;
  readonly json: boolean;
};

/** The key is written first and never over another one; it goes again when the log cannot be begun. */
export async function runInit({ folder, origin, secret, json }: InitQuestion, host: Host): Promise<ExitCode> {
  if (origin === undefined) return badInput(missing('--origin'), host, json);
  if (secret === undefined) return badInput(missing('--secret'), host, json);
  const [at, keyFile] = [path.resolve(folder), path.resolve(secret)];
  if (keyFile === at || keyFile.startsWith(`${at}${path.sep}`)) {
    const message = 'The signing key would lie in the folder of the log, which anybody may copy.';
    return badInput(
      { code: 'INPUT_ARGUMENTS', option: '--secret', message, hint: 'Name a file elsewhere.' },
      host,
      json,
    );
  }
  const made = createSigner(origin);
  if (!made.ok) return badInput({ ...made.error, option: '--origin' }, host, json);
  return onDisk(
    async () => {
      await mkdir(path.dirname(keyFile), { recursive: true });
      try {
        await writeFile(keyFile, made.value.secret, { mode: 0o600, flag: 'wx', flush: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const message = `${secret} is there already; a key is never written over another one.`;
        return badInput(
          { code: 'INPUT_ARGUMENTS', option: '--secret', message, hint: 'Name another file.' },
          host,
          json,
        );
      }
      const begun = await initLog(nodeFiles(at), made.value.signer);
      if (!begun.ok) {
        await rm(keyFile);
        return refuseLog(begun.error, host, json);
      }
      const key = formatNoteKey(made.value.signer.key);
      host.write(
        json
          ? `${JSON.stringify({ schema: 'testamur/log-begun/1', folder: at, origin, key, secret: keyFile })}\n`
          : `The log ${origin} begins in ${at}.\nIts signing key is in ${keyFile}: keep a copy where nobody else can read it.\nGive its verifier key to everybody:\n${key}\n`,
      );
      return EXIT.answered;
    },
    host,
    json,
  );
}
