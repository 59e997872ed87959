import path from 'node:path';
import type { Configuration } from '../configuration.ts';

/** Within a backup. */
export const ARCHIVE = 'database.jsonl';
export const DATA_FILES = 'data';
export const LOG_FILES = 'log';

/** Of the data folder: the database is exported instead of copied, locks and drafts mean nothing elsewhere. */
const LEFT_OUT = /^(database(\..+)?|person-keys|.*\.lock|.*\.(draft|part|unfinished)|\.write-probe.*)$/;

/**
 * What of a data folder does not go into a backup. The keys of persons above all: a backup that held them would bring back whom we promised to forget.
 */
export const isLeftOut =
  (folders: readonly (string | undefined)[], dataFolder: string) =>
  (name: string): boolean =>
    LEFT_OUT.test(name.split('/')[0] ?? '') ||
    folders.some((folder) => folder !== undefined && path.resolve(dataFolder, name) === path.resolve(folder));

/** Where the log lies, when it lies outside the data folder: as named, else as configured. What lies within goes with the data. */
export function logOutside(
  { dataFolder, logFolder }: Pick<Configuration, 'dataFolder' | 'logFolder'>,
  named: string | undefined,
): string | undefined {
  if (named !== undefined) return named;
  return path.relative(dataFolder, logFolder).startsWith('..') ? logFolder : undefined;
}
