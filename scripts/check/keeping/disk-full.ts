/**
 * The disk fills up while people write: what was said to be kept is kept, the refusal comes at once, and all goes on when there is room again. The room is
 * that which our own ports report: `testing/faults` for the log, the measure of the embedded database for rows. A real full disk needs a mount of its own.
 */
import { rmSync } from 'node:fs';
import { createSigner } from '@testamur/adapters/log';
import { expectOk } from '@testamur/engines/kernel';
import { registerPerson } from '@testamur/services/people';
import { countCalls, makeRandom, RESTARTS, sweepOne } from '@testamur/testing/faults';
import { sql } from 'kysely';
import { barred, figure, type Line } from '../../../bench/line.ts';
import type { CheckOptions } from '../options.ts';
import { freshFolder, newPerson, platformOn, withDatabase } from './seed-houses.ts';

const GB = 1024 ** 3;

export async function* checkDiskFull({ records, tell }: CheckOptions): AsyncIterable<Line> {
  const turns = Math.max(2, Math.min(20, Math.round(records / 5_000)));
  const folder = freshFolder();
  const random = makeRandom(20_261_122);
  let free = 10 * GB;
  const measureFreeBytes = async () => free;
  try {
    const seen = await withDatabase({ kind: 'embedded', folder, measureFreeBytes }, async (database) => {
      let [kept, wrong, slowest] = [0, 0, 0];
      for (let turn = 0; turn < turns; turn += 1) {
        free = 10 * GB;
        for (let n = 0; n <= random(5); n += 1, kept += 1) await newPerson(database);
        free = random(100) * 1024 ** 2;
        const began = performance.now();
        const given = { displayName: 'Too late', mail: 'x@example.org', language: 'en' } as const;
        const request = {
          actor: { kind: 'anonymous' },
          at: '2026-11-22T12:00:00.000Z',
          site: 'check',
        } as const;
        const refused = await registerPerson(platformOn(database), request, given);
        if (refused.ok) wrong += 1;
        slowest = Math.max(slowest, (performance.now() - began) / 1000);
      }
      const stored = await database
        .write(async (trx) => {
          await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
          return (
            (await sql<{ n: number }>`SELECT count(*)::int AS n FROM people`.execute(trx)).rows[0]?.n ?? 0
          );
        })
        .catch(() => undefined);
      free = 10 * GB;
      const after = stored?.ok ? stored.value : await countAgain(database);
      return { kept, wrong, slowest, lost: kept - after };
    });
    yield figure({ id: 'disk-full.turns', value: turns, unit: 'times full', better: 'higher' });
    yield barred({
      id: 'disk-full.wrong-acknowledgements',
      value: seen.wrong,
      unit: 'acts',
      bar: 0,
      better: 'lower',
    });
    yield barred({
      id: 'disk-full.refusal',
      value: seen.slowest,
      unit: 's at most',
      bar: 5,
      better: 'lower',
    });
    yield barred({ id: 'disk-full.lost', value: seen.lost, unit: 'rows', bar: 0, better: 'lower' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  yield* fillDiskOfLog(tell, turns < 20);
}

type Opened = Parameters<Parameters<typeof withDatabase>[1]>[0];

async function countAgain(database: Opened): Promise<number> {
  const counted = await database.write(async (trx) => {
    await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
    return (await sql<{ n: number }>`SELECT count(*)::int AS n FROM people`.execute(trx)).rows[0]?.n ?? 0;
  });
  return expectOk(counted, 'room again');
}

async function* fillDiskOfLog(tell: CheckOptions['tell'], isShort: boolean): AsyncIterable<Line> {
  const { signer } = expectOk(createSigner('example.org/log'), 'a good name');
  const calls = await countCalls(signer);
  let [runs, broken] = [0, 0];
  for (let nth = 1; nth <= calls; nth += isShort ? 9 : 1)
    for (const restart of RESTARTS) {
      const { wrong } = await sweepOne({ nth, fault: 'ENOSPC', restart }, signer);
      runs += 1;
      if (wrong.length === 0) continue;
      broken += 1;
      tell(`ENOSPC at call ${nth}, ${restart}: ${wrong.join('; ')}`);
    }
  yield figure({ id: 'disk-full.log.runs', value: runs, unit: 'runs', better: 'higher' });
  yield barred({ id: 'disk-full.log.broken-promises', value: broken, unit: 'runs', bar: 0, better: 'lower' });
}
