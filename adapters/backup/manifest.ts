import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type BackupProblem, refuse } from './errors.ts';
import { syncFolder } from './sync-folder.ts';

export type ManifestFile = { readonly path: string; readonly bytes: number; readonly sha256: string };
export type Manifest = {
  readonly schema: 'testamur/backup/1';
  readonly madeAt: string;
  readonly release: string;
  readonly engine: 'embedded' | 'server';
  /** The migrations of the database, in their order. */
  readonly migrations: readonly string[];
  readonly rows: number;
  readonly files: readonly ManifestFile[];
};

export const MANIFEST = 'manifest.json';

/** Reads every file of the folder and writes down what it is: the last step of a backup. The SHA-256 of the manifest, to be kept elsewhere. */
export async function writeManifest(
  folder: string,
  about: Omit<Manifest, 'schema' | 'files'>,
): Promise<{ readonly manifest: Manifest; readonly sha256: string }> {
  const files: ManifestFile[] = [];
  for (const file of await listFiles(folder)) files.push(await describeFile(folder, file));
  const manifest: Manifest = { schema: 'testamur/backup/1', ...about, files };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const draft = path.join(folder, `${MANIFEST}.part`);
  const handle = await open(draft, 'w', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(draft, path.join(folder, MANIFEST));
  await syncFolder(folder);
  return { manifest, sha256: createHash('sha256').update(text).digest('hex') };
}

export type Checked = { readonly manifest: Manifest; readonly faults: readonly string[] };

/** Reads every byte of a backup again. Refused when it was never finished; all else that is wrong is named. */
export async function checkManifest(folder: string): Promise<Result<Checked, BackupProblem>> {
  const manifest = await readManifest(folder);
  if (manifest === undefined) return err(unfinished(folder));
  const faults: string[] = [];
  const there = new Set(await listFiles(folder));
  there.delete(MANIFEST);
  for (const { path: file, bytes, sha256 } of manifest.files) {
    if (!there.delete(file)) {
      faults.push(`${file} is missing`);
      continue;
    }
    const found = await describeFile(folder, file);
    if (found.bytes !== bytes) faults.push(`${file} holds ${found.bytes} bytes instead of ${bytes}`);
    else if (found.sha256 !== sha256) faults.push(`${file} was changed`);
  }
  for (const file of there) faults.push(`${file} is no part of it`);
  return ok({ manifest, faults });
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const read = JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8')) as Partial<Manifest>;
    return read.schema === 'testamur/backup/1' && Array.isArray(read.files) ? (read as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** Names with slashes, sorted, from the folder on. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => !item.isDirectory())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join('/'))
    .sort();
}

async function describeFile(folder: string, file: string): Promise<ManifestFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path.join(folder, file))) hash.update(chunk as Buffer);
  const { size } = await stat(path.join(folder, file));
  return { path: file, bytes: size, sha256: hash.digest('hex') };
}

const unfinished = (folder: string): BackupProblem =>
  refuse(
    'BACKUP_UNFINISHED',
    `${folder} holds no finished backup: its manifest is missing or cannot be read.`,
    'Use another backup. One that was broken off has no manifest.',
  );
