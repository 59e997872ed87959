/** Other processes try to open the data folder of a living one, again and again, while it writes; then many at once try to inherit from a dead one. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expectOk } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import { barred, type Line } from '../../../bench/line.ts';
import type { CheckOptions } from '../options.ts';
import { freshFolder, newPerson, withDatabase } from './seed-houses.ts';

const OPENER = path.join(import.meta.dirname, 'open-once.mjs');

export async function* checkLock({ records }: CheckOptions): AsyncIterable<Line> {
  const tries = Math.max(2, Math.min(100, Math.round(records / 1_000)));
  const folder = freshFolder();
  try {
    const { refused, lost } = await withDatabase({ kind: 'embedded', folder }, async (database) => {
      let [refused, kept] = [0, 0];
      for (let turn = 0; turn < tries; turn += 1) {
        const other = openOnce(folder);
        await newPerson(database);
        kept += 1;
        if ((await other.said) === 'POSTGRES_DIRECTORY_IN_USE') refused += 1;
      }
      const counted = await database.write(async (trx) => {
        await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
        return (await sql<{ n: number }>`SELECT count(*)::int AS n FROM people`.execute(trx)).rows[0]?.n ?? 0;
      });
      return { refused, lost: kept - expectOk(counted, 'a count') };
    });
    yield barred({ id: 'lock.refused', value: refused, unit: `of ${tries}`, bar: tries, better: 'higher' });
    yield barred({ id: 'lock.lost', value: lost, unit: 'rows', bar: 0, better: 'lower' });
    const rounds = Math.max(1, Math.round(tries / 10));
    let notOne = 0;
    for (let round = 0; round < rounds; round += 1) if ((await raceForDead(folder)) !== 1) notOne += 1;
    yield barred({
      id: 'lock.heirs-not-one',
      value: notOne,
      unit: `of ${rounds} races`,
      bar: 0,
      better: 'lower',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Opener = { readonly said: Promise<string>; kill(): Promise<void> };

function openOnce(folder: string): Opener {
  const child = spawn(process.execPath, [OPENER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said = new Promise<string>((resolve) => {
    child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
    void ended.then(() => resolve('nothing'));
  });
  return {
    said,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** How many of five that start at once hold the folder whose holder was killed. */
async function raceForDead(folder: string): Promise<number> {
  const holder = openOnce(folder);
  if ((await holder.said) !== 'open') throw new Error('The folder was not free.');
  await holder.kill();
  const heirs = Array.from({ length: 5 }, () => openOnce(folder));
  const said = await Promise.all(heirs.map((heir) => heir.said));
  for (const heir of heirs) await heir.kill();
  return said.filter((one) => one === 'open').length;
}
