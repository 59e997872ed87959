/** What was backed up is restored on an empty machine: every row compared, on both databases and across them. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { checkDatabase, type DatabaseOptions, digestDatabase } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { startPostgres } from '@testamur/testing/postgres';
import { readConfiguration } from '../../../apps/server/src/configuration.ts';
import { backUp } from '../../../apps/server/src/keeping/back-up.ts';
import { restore } from '../../../apps/server/src/keeping/restore.ts';
import { barred, figure, type Line } from '../../../bench/line.ts';
import type { CheckOptions } from '../options.ts';
import { AT, freshFolder, seedHouses, withDatabase } from './seed-houses.ts';

export async function* checkRestore({ records }: CheckOptions): AsyncIterable<Line> {
  const houses = Math.max(5, Math.min(500, Math.round(records / 200)));
  const base = freshFolder();
  const first = await startPostgres(18);
  const second = await startPostgres(15);
  const places = {
    embedded: { TESTAMUR_DATA: path.join(base, 'embedded') },
    18: { DATABASE_URL: first.url, TESTAMUR_DATA: path.join(base, 'beside-18') },
    15: { DATABASE_URL: second.url, TESTAMUR_DATA: path.join(base, 'beside-15') },
    again: { TESTAMUR_DATA: path.join(base, 'again') },
  };
  try {
    await withDatabase(optionsOf(places.embedded), (database) => seedHouses(database, houses));
    const due = await digestOf(places.embedded);
    yield figure({
      id: 'restore.rows',
      value: due.reduce((sum, one) => sum + one.rows, 0),
      unit: 'rows',
      better: 'higher',
    });
    let [differing, faults, began] = [0, 0, performance.now()];
    for (const [from, to] of [
      ['embedded', '18'],
      ['18', '15'],
      ['15', 'again'],
    ] as const) {
      const into = path.join(base, `backup of ${from}`);
      const about = { log: undefined, personKeys: undefined, madeAt: AT };
      expectOk(await backUp({ configuration: configurationOf(places[from]), into, ...about }), 'a backup');
      expectOk(
        await restore({ configuration: configurationOf(places[to]), from: into, log: undefined }),
        'an empty place',
      );
      const found = await digestOf(places[to]);
      differing += found.filter((one, place) => JSON.stringify(one) !== JSON.stringify(due[place])).length;
      const options = { ...optionsOf(places[to]), isLeftAsFound: true };
      faults += (
        await withDatabase(options, async (database) => expectOk(await checkDatabase(database), 'a check'))
      ).faults.length;
    }
    yield barred({ id: 'restore.differing', value: differing, unit: 'tables', bar: 0, better: 'lower' });
    yield barred({ id: 'restore.fsck', value: faults, unit: 'faults', bar: 0, better: 'lower' });
    yield figure({
      id: 'restore.minutes',
      value: (performance.now() - began) / 60_000,
      unit: 'min for three',
      better: 'lower',
    });
  } finally {
    await first.stop();
    await second.stop();
    rmSync(base, { recursive: true, force: true });
  }
}

type Place = { readonly TESTAMUR_DATA: string; readonly DATABASE_URL?: string };
const configurationOf = (place: Place) => expectOk(readConfiguration(place, '/'), 'a configuration');
const optionsOf = ({ DATABASE_URL, TESTAMUR_DATA }: Place): DatabaseOptions =>
  DATABASE_URL === undefined
    ? { kind: 'embedded', folder: TESTAMUR_DATA }
    : { kind: 'server', url: DATABASE_URL };
const digestOf = (place: Place) =>
  withDatabase(
    optionsOf(place),
    async (database) => expectOk(await digestDatabase(database), 'a digest').tables,
  );
