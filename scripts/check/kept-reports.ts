/** Reports of pieces already judged, for a run that was stopped; good only for the same engine and the same packs. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DifferentialReport } from '@testamur/engines/recognition';
import { ROOT } from './open-packs.ts';

export type Piece = { readonly pack: string; readonly seed: number; readonly records: number };

export type KeptReports = {
  readonly find: (piece: Piece) => DifferentialReport | undefined;
  readonly keep: (piece: Piece, report: DifferentialReport) => void;
  readonly forget: () => void;
};

type Kept = { readonly key: string; readonly report: DifferentialReport };

const READ = ['engines/kernel', 'engines/recognition', 'packs/jurisdictions', 'packs/vocabulary'];

export function keepReports(): KeptReports {
  const folder = path.join(ROOT, '.cache/check');
  const file = path.join(folder, `differential-${stateOfSources()}.jsonl`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const reports = new Map(lines.flatMap(readLine).map(({ key, report }) => [key, report]));
  return {
    find: (piece) => reports.get(keyOf(piece)),
    keep: (piece, report) => {
      reports.set(keyOf(piece), report);
      mkdirSync(folder, { recursive: true });
      appendFileSync(file, `${JSON.stringify({ key: keyOf(piece), report } satisfies Kept)}\n`);
    },
    forget: () => {
      reports.clear();
      rmSync(file, { force: true });
    },
  };
}

const keyOf = ({ pack, seed, records }: Piece): string => `${pack} ${seed} ${records}`;

/** The last line of a run that was killed may be cut off. */
function readLine(line: string): readonly Kept[] {
  try {
    return [JSON.parse(line) as Kept];
  } catch {
    return [];
  }
}

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of READ) {
    const names = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => /\.(ts|yaml)$/.test(each) && !each.endsWith('.test.ts')).sort())
      hash.update(name).update(readFileSync(path.join(ROOT, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
