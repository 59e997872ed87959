import type { Files, OpenFile } from './files.ts';

/** Beside what is served: the journal, the lock, files that are being written. No mirror copies it. */
export const PRIVATE = '.writer';
export const CHECKPOINT = 'checkpoint';
export const JOURNAL = `${PRIVATE}/journal`;
export const LOCK = `${PRIVATE}/lock`;
export const DRAFT = `${PRIVATE}/draft`;

export type NewFile = { readonly path: string; readonly bytes: Uint8Array };

export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    const taken = await file.write(bytes.subarray(at));
    if (taken === 0) throw new Error('The file takes no more bytes.');
    at += taken;
  }
}

/** Writes whole files: when this returns they are on the disk under their names; each name holds the old file or the new one, never half. */
export async function writeFiles(files: Files, written: readonly NewFile[]): Promise<void> {
  const folders = new Set<string>();
  await files.makeFolder(PRIVATE);
  for (const { path, bytes } of written) {
    const folder = folderOf(path);
    if (!folders.has(folder)) await ensureFolder(files, folder);
    folders.add(folder);
    const draft = await files.create(DRAFT);
    await writeAll(draft, bytes);
    await draft.sync();
    await draft.close();
    await files.rename(DRAFT, path);
  }
  for (const folder of folders) await files.syncFolder(folder);
}

/** The folder and those above it, each durable in the one that holds it, even if an earlier try made it and did not come so far. */
export async function ensureFolder(files: Files, folder: string): Promise<void> {
  const parts = folder === '' ? [] : folder.split('/');
  for (const [place] of parts.entries()) {
    const parent = parts.slice(0, place).join('/');
    await files.makeFolder(parts.slice(0, place + 1).join('/'));
    await files.syncFolder(parent);
  }
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
