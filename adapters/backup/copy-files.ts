import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './sync-folder.ts';

export type Copying = {
  readonly from: string;
  readonly to: string;
  /** Names, from `from` on and with slashes, that are not copied, with all that is in them. */
  readonly without: (name: string) => boolean;
  /** Names that are copied before the others: what promises the rest must not be newer than the rest. */
  readonly first?: (name: string) => boolean;
};

/** Copies the files of a folder and waits until they are on the disk; how many. Links are left out: what they point to may lie anywhere. */
export async function copyFiles(copying: Copying): Promise<number> {
  const names = await listNames(copying, '');
  const first = copying.first ?? (() => false);
  const ordered = [...names.filter(first), ...names.filter((name) => !first(name))];
  for (const name of ordered) await copyOne(path.join(copying.from, name), path.join(copying.to, name));
  return names.length;
}

async function listNames({ from, without, ...rest }: Copying, folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const item of await readdir(path.join(from, folder), { withFileTypes: true })) {
    const name = folder === '' ? item.name : `${folder}/${item.name}`;
    if (without(name)) continue;
    if (item.isDirectory()) names.push(...(await listNames({ from, without, ...rest }, name)));
    else if (item.isFile()) names.push(name);
  }
  return names;
}

async function copyOne(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(path.dirname(to));
}
