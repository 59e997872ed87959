/** Acknowledged acts over kill -9, on both engines; on PostgreSQL every other kill meets the server as well. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@testamur/testing/postgres';
import { barred, type Line } from '../../bench/line.ts';
import { type KillsSurvived, killStore } from './kill-store.ts';
import type { CheckOptions } from './options.ts';

/** Acts acknowledged before a kill, on the average: 200 kills come to 50,000 and some. */
const ACTS = 275;
const PROMISED = 250;

export async function* checkKills({ kills, tell }: CheckOptions): AsyncIterable<Line> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-kills-data-'));
  const embedded = { kind: 'embedded', folder, checkoutMs: 60_000 } as const;
  yield* linesOf('embedded', kills, await killStore({ kills, acts: ACTS, database: embedded, tell }));
  rmSync(folder, { recursive: true, force: true });
  const server = await startPostgres(18);
  try {
    const database = { kind: 'server', url: server.url, checkoutMs: 60_000 } as const;
    const plan = { kills, acts: ACTS, database, killServer: server.killAndRestart, tell };
    yield* linesOf('postgresql', kills, await killStore(plan));
  } finally {
    await server.stop();
  }
}

function* linesOf(engine: string, kills: number, survived: KillsSurvived): Iterable<Line> {
  const [bar, unit] = [kills * PROMISED, `acts over ${kills} kills`];
  yield barred({
    id: `kills.${engine}.acknowledged`,
    value: survived.acknowledged,
    unit,
    bar,
    better: 'higher',
  });
  yield barred({ id: `kills.${engine}.lost`, value: survived.lost, unit: 'acts', bar: 0, better: 'lower' });
  yield barred({
    id: `kills.${engine}.fsck`,
    value: survived.faults,
    unit: 'faults',
    bar: 0,
    better: 'lower',
  });
}
