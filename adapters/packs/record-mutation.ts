/** The last score of each pack, kept beside the folder of packs: a run takes minutes, a table must not. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MutationReport } from '@testamur/engines/recognition';
import type { PackSet } from './load-packs.ts';

export type MutationRecord = {
  readonly mutants: number;
  readonly score: number;
  /** The day of the run, and the law that it was of. */
  readonly on: string;
  readonly hash: string;
};
type Records = Readonly<Record<string, MutationRecord>>;

const fileOf = (packsFolder: string): string => path.join(packsFolder, '../docs/figures/mutation.json');

export function readMutation(packsFolder: string): Records {
  const file = fileOf(packsFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Records) : {};
}

/** The packs that ran are written anew, the others stay; a pack that is gone goes. */
export function recordMutation(
  packsFolder: string,
  set: PackSet,
  reports: readonly MutationReport[],
  on: string,
): void {
  const records = new Map(Object.entries(readMutation(packsFolder)));
  for (const { pack, mutants, score } of reports)
    records.set(pack, { mutants, score: Number(score.toFixed(4)), on, hash: set.hashes.get(pack) ?? '' });
  const kept = [...records].filter(([pack]) => set.suites.has(pack)).sort(([a], [b]) => (a < b ? -1 : 1));
  const file = fileOf(packsFolder);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
