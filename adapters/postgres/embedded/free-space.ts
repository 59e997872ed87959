import { statfs } from 'node:fs/promises';
import { type PostgresProblem, refuse } from '../errors.ts';

/** Below this much free space nothing more is written: on a full disk the embedded engine stops answering for ever. */
export const MINIMUM_FREE_BYTES = 128 * 1024 * 1024;

export type MeasureFreeBytes = (folder: string) => Promise<number>;

export const measureFreeBytes: MeasureFreeBytes = async (folder) => {
  const space = await statfs(folder);
  return space.bavail * space.bsize;
};

/** The problem when the disk is too full to write, else undefined. */
export async function checkFreeSpace(
  folder: string,
  measure: MeasureFreeBytes,
): Promise<PostgresProblem | undefined> {
  const free = await measure(folder);
  if (free >= MINIMUM_FREE_BYTES) return undefined;
  return refuse(
    'POSTGRES_DISK_FULL',
    `Only ${Math.floor(free / 1024 / 1024)} MB are free where the data folder ${folder} lies. Nothing was written.`,
    `Free at least ${MINIMUM_FREE_BYTES / 1024 / 1024} MB and try again, or set TESTAMUR_DATA to a folder on a larger disk.`,
  );
}
