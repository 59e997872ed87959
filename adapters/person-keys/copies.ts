import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { createDurably, makeFolder, overwriteAndRemove, readIfThere, syncFolder } from './durable-files.ts';
import { type PersonKeysProblem, refuse } from './errors.ts';
import { goneFile, keyFile, LOOKUP } from './key-paths.ts';
import { listFolders } from './open-person-keys.ts';

type Places = { readonly folder: string; readonly copies: string };

/** A copy is destroyed after so many days, whoever forgets it: an erased person is not to come back from an old one. */
export const COPY_DAYS = 7;
const DAY_MS = 86_400_000;
/** `2026-11-22T170000.000Z`: an instant that every file system takes as a name. */
const nameOf = (at: string): string => at.replaceAll(':', '');
const instantOf = (name: string): number => Date.parse(name.replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3'));

/** Copies every living key, wrapped as it is; the master key is not among them. Older copies that have expired are destroyed. */
export function backUpKeys(places: Places, at: string): { readonly name: string; readonly keys: number } {
  expireKeyCopies(places, at);
  const name = nameOf(at);
  const target = path.join(places.copies, name);
  makeFolder(target);
  let keys = 0;
  for (const subject of listSubjects(places.folder)) {
    const wrapped = readIfThere(keyFile(places.folder, subject));
    if (wrapped && createDurably(keyFile(target, subject), wrapped)) keys += 1;
    // Destroyed while we copied.
    if (existsSync(goneFile(places.folder, subject))) overwriteAndRemove(keyFile(target, subject));
  }
  const lookup = readIfThere(path.join(places.folder, LOOKUP));
  if (lookup) createDurably(path.join(target, LOOKUP), lookup);
  syncFolder(places.copies);
  return { name, keys };
}

/** Overwrites and removes the copies that are older than they may be; their names. */
export function expireKeyCopies({ copies }: Pick<Places, 'copies'>, at: string): readonly string[] {
  const expired = listFolders(copies).filter(
    (folder) => !(Date.parse(at) - instantOf(path.basename(folder)) < COPY_DAYS * DAY_MS),
  );
  for (const folder of expired) {
    for (const subject of listSubjects(folder)) overwriteAndRemove(keyFile(folder, subject));
    overwriteAndRemove(path.join(folder, LOOKUP));
    rmSync(folder, { recursive: true, force: true });
  }
  return expired.map((folder) => path.basename(folder));
}

/** Puts back the keys that are missing. One that was destroyed since stays destroyed. */
export function restoreKeys(
  { folder, copies }: Places,
  name: string,
): Result<
  { readonly restored: number; readonly kept: number; readonly destroyed: number },
  PersonKeysProblem
> {
  const source = listFolders(copies).find((one) => path.basename(one) === name);
  if (!source) return err(noCopy(name));
  makeFolder(folder);
  const count = { restored: 0, kept: 0, destroyed: 0 };
  const lookup = readIfThere(path.join(source, LOOKUP));
  if (lookup) createDurably(path.join(folder, LOOKUP), lookup);
  for (const subject of listSubjects(source)) {
    const wrapped = readIfThere(keyFile(source, subject));
    if (existsSync(goneFile(folder, subject))) count.destroyed += 1;
    else if (wrapped && createDurably(keyFile(folder, subject), wrapped)) count.restored += 1;
    else count.kept += 1;
  }
  return ok(count);
}

/** Every subject that has a key in the folder. */
export function listSubjects(folder: string): readonly string[] {
  return listFolders(folder)
    .flatMap((one) => readdirSync(one))
    .filter((file) => file.endsWith('.key'))
    .map((file) => file.slice(0, -'.key'.length))
    .sort();
}

const noCopy = (name: string) =>
  refuse('PERSON_KEYS_NO_COPY', `There is no copy ${name}.`, 'Name one of the folders of copies.');
