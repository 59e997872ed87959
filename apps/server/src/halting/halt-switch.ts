import { type Database, findHalt } from '@testamur/adapters/postgres';
import type { Halt } from '@testamur/services/authorising';
import { readHaltFile } from './halt-file.ts';

export type HaltSwitch = {
  /** Of this machine, without asking the database. */
  readonly here: () => Halt | undefined;
  /** The widest of this machine and of the database. */
  readonly current: () => Promise<Halt | undefined>;
};

export function openHaltSwitch(database: Database, file: string): HaltSwitch {
  const here = () => readHaltFile(file);
  return {
    here,
    current: async () => {
      const own = here();
      if (own?.scope === 'writes') return own;
      const stored = await database.read(findHalt);
      const shared = stored.ok ? stored.value : undefined;
      return shared?.scope === 'writes' ? shared : (own ?? shared);
    },
  };
}
