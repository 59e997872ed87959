import { statfs } from 'node:fs/promises';
import { type Database, listReferenceSets, MINIMUM_FREE_BYTES } from '@testamur/adapters/postgres';
import type { Dependency } from './readiness.ts';

/** What every role needs: a database that answers, and where the database is ours to keep, room to write. */
export function dependenciesOf(database: Database, dataFolder: string): readonly Dependency[] {
  const store: Dependency = {
    name: 'database',
    check: async () => {
      const sets = await database.read(listReferenceSets);
      return sets.ok ? undefined : sets.error;
    },
  };
  return database.engine === 'embedded' ? [store, roomIn(dataFolder)] : [store];
}

const roomIn = (folder: string): Dependency => ({
  name: 'disk',
  check: async () => {
    const space = await statfs(folder);
    if (space.bavail * space.bsize >= MINIMUM_FREE_BYTES) return undefined;
    return { code: 'POSTGRES_DISK_FULL', message: 'Too little room is left where the data folder lies.' };
  },
});
