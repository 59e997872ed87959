import { ok } from '@testamur/engines/kernel';
import { takeInTurns } from '../log/take-in-turns.ts';
import type { Work } from './work.ts';

/** Takes what was done in public into the log. One process at a time holds the folder; the others look again at every turn. */
export const takePublicActs: Work = {
  name: 'take-public-acts',
  start: async ({ database, publicLog, log }) => {
    if (publicLog === undefined) return ok({ stop: async () => {} });
    return ok(
      takeInTurns({
        ...{ database, log: publicLog },
        tell: (problem) => log.error({ ...problem }, 'public acts could not be taken into the log'),
      }),
    );
  },
};
