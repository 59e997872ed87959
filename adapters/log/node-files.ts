import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Files, FolderItem } from './files.ts';
import { lockFolder } from './lock-folder.ts';

/** The files of a folder of this machine. The folder itself need not be there yet. */
export function nodeFiles(root: string): Files {
  const at = (relative: string): string => path.join(root, relative);
  return {
    read: (file) => unlessMissing(async () => new Uint8Array(await readFile(at(file))), undefined),
    list: (folder) => unlessMissing(() => listFolder(at(folder)), []),
    create: async (file) => {
      const handle = await open(at(file), 'w');
      return {
        write: async (bytes) => (await handle.write(bytes)).bytesWritten,
        sync: () => handle.datasync(),
        close: () => handle.close(),
      };
    },
    rename: (from, to) => rename(at(from), at(to)),
    makeFolder: async (folder) => {
      // Only the folder of the log itself may want parents: of those inside, each must be made durable.
      await mkdir(at(folder), { recursive: folder === '' }).catch(passIfThere);
    },
    remove: (item) => rm(at(item), { recursive: true, force: true }),
    syncFolder: (folder) => syncFolder(at(folder)),
    lock: async (file) => lockFolder(at(file)),
  };
}

async function unlessMissing<T>(read: () => Promise<T>, missing: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return missing;
    throw error;
  }
}

function passIfThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function listFolder(folder: string): Promise<readonly FolderItem[]> {
  const found = await readdir(folder, { withFileTypes: true });
  return found.map((item) => ({ name: item.name, isFolder: item.isDirectory() }));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and its file systems write names in order.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
