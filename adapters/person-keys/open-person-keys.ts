import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type PersonKey, PersonKeyDestroyed, type PersonKeys } from '@testamur/services/privacy';
import { createDurably, makeFolder, markOf, overwriteAndRemove, readIfThere } from './durable-files.ts';
import { type PersonKeysProblem, refuse } from './errors.ts';
import { goneFile, keyFile, LOOKUP, restrictedFile } from './key-paths.ts';
import { KEY_BYTES, unwrapKey, wrapKey } from './wrap.ts';

export type PersonKeysOptions = {
  readonly folder: string;
  /** Where `backUpKeys` puts copies; destroyed keys are destroyed in them too. */
  readonly copies: string;
  /** 256 bits that wrap every key. */
  readonly master: Uint8Array;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens the folder of keys, and makes it when there is none. Any number of processes may have it open. */
export function openPersonKeys(options: PersonKeysOptions): Result<PersonKeys, PersonKeysProblem> {
  if (options.master.length !== KEY_BYTES) return err(wrongMaster());
  try {
    makeFolder(options.folder);
    const lookupKey = openLookupKey(options);
    if (!lookupKey.ok) return lookupKey;
    return ok(new KeysInFiles(options, lookupKey.value));
  } catch (error) {
    return err(unusableFolder(options.folder, error));
  }
}

/** The first thing that the master key wraps: whoever comes with another one is noticed here. */
function openLookupKey({ folder, master }: PersonKeysOptions): Result<Uint8Array, PersonKeysProblem> {
  const file = path.join(folder, LOOKUP);
  if (!existsSync(file)) createDurably(file, wrapKey(master, randomBytes(KEY_BYTES), LOOKUP));
  const key = unwrapKey(master, readIfThere(file) ?? new Uint8Array(), LOOKUP);
  return key ? ok(key) : err(wrongMaster());
}

class KeysInFiles implements PersonKeys {
  readonly lookupKey: Uint8Array;
  readonly #options: PersonKeysOptions;
  /** Unwrapped keys, each with the mark of the file it came from: another process may destroy the file at any moment. */
  readonly #known = new Map<string, { readonly mark: string; readonly key: Uint8Array }>();

  constructor(options: PersonKeysOptions, lookupKey: Uint8Array) {
    this.#options = options;
    this.lookupKey = lookupKey;
  }

  find(subject: string): PersonKey {
    checkSubject(subject);
    const { folder } = this.#options;
    if (markOf(goneFile(folder, subject)) !== undefined) {
      this.#forget(subject);
      return { state: 'destroyed' };
    }
    const mark = markOf(keyFile(folder, subject));
    if (mark === undefined) return { state: 'none' };
    const key = this.#read(subject, mark);
    return { state: 'alive', key, isRestricted: markOf(restrictedFile(folder, subject)) !== undefined };
  }

  make(subject: string): Uint8Array {
    const found = this.find(subject);
    if (found.state === 'alive') return found.key;
    if (found.state === 'destroyed') throw new PersonKeyDestroyed();
    const { folder, master } = this.#options;
    createDurably(keyFile(folder, subject), wrapKey(master, randomBytes(KEY_BYTES), subject));
    // Somebody else may have made it a moment before, or destroyed it a moment after.
    const made = this.find(subject);
    if (made.state === 'alive') return made.key;
    overwriteAndRemove(keyFile(folder, subject));
    throw new PersonKeyDestroyed();
  }

  destroy(subjects: readonly string[]): void {
    const { folder, copies } = this.#options;
    for (const subject of subjects) {
      checkSubject(subject);
      // The mark comes first: from here on nobody uses or makes the key, even if we die before the next line.
      createDurably(goneFile(folder, subject), new Uint8Array());
      this.#forget(subject);
      for (const place of [folder, ...listFolders(copies)]) overwriteAndRemove(keyFile(place, subject));
      overwriteAndRemove(restrictedFile(folder, subject));
    }
  }

  restrict(subject: string, isRestricted: boolean): void {
    checkSubject(subject);
    const file = restrictedFile(this.#options.folder, subject);
    if (isRestricted) createDurably(file, new Uint8Array());
    else overwriteAndRemove(file);
  }

  #read(subject: string, mark: string): Uint8Array {
    const known = this.#known.get(subject);
    if (known?.mark === mark) return known.key;
    const { folder, master } = this.#options;
    const key = unwrapKey(master, readIfThere(keyFile(folder, subject)) ?? new Uint8Array(), subject);
    if (!key) throw new Error(`The key file of ${subject} is damaged or was wrapped by another master key.`);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(subject, { mark, key });
    return key;
  }

  #forget(subject: string): void {
    this.#known.get(subject)?.key.fill(0);
    this.#known.delete(subject);
  }
}

const MOST_KNOWN = 10_000;

/** Its name becomes the name of a file. */
function checkSubject(subject: string): void {
  if (!UUID.test(subject)) throw new Error('A subject of a key is named by a UUID.');
}

export function listFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => path.join(folder, item.name))
    .sort();
}

const wrongMaster = () =>
  refuse(
    'PERSON_KEYS_MASTER',
    'The master key does not open the keys of this folder: it is no key of 32 bytes, or not the one that wrapped them.',
    'Give the master key with which this folder was made (TESTAMUR_MASTER_KEY_FILE). Without it everything about people stays unreadable.',
  );

const unusableFolder = (folder: string, error: unknown) =>
  refuse(
    'PERSON_KEYS_FOLDER',
    `The folder of person keys ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    'Name a folder that Testamur may write with TESTAMUR_PERSON_KEYS.',
  );
