import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../adapters/postgres/index.ts';

/** Makes one data folder with an up-to-date, empty database, closed again: copies of it start several times faster than an empty folder. */
export async function prepareDataFolder(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-prepared-'));
  const opened = await openDatabase({ kind: 'embedded', folder });
  if (!opened.ok) throw new Error(opened.error.message);
  await opened.value.close();
  return folder;
}

/** A folder of a test's own, filled from the prepared one. */
export function copyDataFolder(prepared: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(prepared, to, { recursive: true });
  return to;
}
