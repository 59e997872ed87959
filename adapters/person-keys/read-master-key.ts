import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { createDurably, makeFolder, readIfThere } from './durable-files.ts';
import { type PersonKeysProblem, refuse } from './errors.ts';
import { MASTER } from './key-paths.ts';
import { KEY_BYTES } from './wrap.ts';

export type MasterGiven = {
  /** The key itself, in base64. */
  readonly text: string | undefined;
  /** A file that holds it, in base64. */
  readonly file: string | undefined;
  /** The folder of the keys: where neither is given, a master key is made there, once. */
  readonly folder: string;
};

export type MasterFound = { readonly master: Uint8Array; readonly isBesideKeys: boolean };

/** The key that wraps all others: from the environment, a file, or made beside the keys so that a first start needs nothing. */
export function readMasterKey(given: MasterGiven): Result<MasterFound, PersonKeysProblem> {
  try {
    if (given.text !== undefined) return decode(given.text, 'TESTAMUR_MASTER_KEY', false);
    if (given.file !== undefined) {
      const text = readIfThere(given.file);
      return text ? decode(text.toString('utf8'), given.file, false) : err(notAKey(given.file));
    }
    const file = path.join(given.folder, MASTER);
    makeFolder(given.folder);
    if (!existsSync(file)) createDurably(file, Buffer.from(`${randomBytes(KEY_BYTES).toString('base64')}\n`));
    return decode((readIfThere(file) ?? Buffer.alloc(0)).toString('utf8'), file, true);
  } catch (error) {
    return err(
      refuse(
        'PERSON_KEYS_FOLDER',
        `The master key cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        'Let Testamur read the file, and write the folder of person keys.',
      ),
    );
  }
}

function decode(text: string, from: string, isBesideKeys: boolean): Result<MasterFound, PersonKeysProblem> {
  const master = Buffer.from(text.trim(), 'base64');
  return master.length === KEY_BYTES && master.toString('base64') === text.trim()
    ? ok({ master, isBesideKeys })
    : err(notAKey(from));
}

const notAKey = (from: string) =>
  refuse(
    'PERSON_KEYS_MASTER',
    `${from} holds no master key: 32 random bytes in base64 are expected.`,
    'Make one with `openssl rand -base64 32` and keep it apart from the database and its backups.',
  );
