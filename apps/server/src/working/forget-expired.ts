import { expireKeyCopies } from '@testamur/adapters/person-keys';
import { forgetExpired as forgetIn } from '@testamur/adapters/postgres';
import { ok } from '@testamur/engines/kernel';
import { copiesOf } from '../open-keys.ts';
import { every } from './every.ts';
import type { Work } from './work.ts';

const EVERY_MS = 3_600_000;

/** Forgets by itself what is kept for a time only: names of invitations that nobody took, letters of long ago, copies of keys. */
export const forgetExpired: Work = {
  name: 'forget-expired',
  start: async ({ configuration, database, log }) => {
    const copies = copiesOf(configuration.personKeysFolder);
    return ok(
      every(
        EVERY_MS,
        async () => {
          const at = new Date().toISOString();
          const forgotten = await forgetIn(database, at);
          if (!forgotten.ok)
            log.warn({ reason: forgotten.error.code }, 'what has expired could not be looked for');
          expireKeyCopies({ copies }, at);
        },
        (error) => log.error({ err: error }, 'what has expired could not be forgotten'),
      ),
    );
  },
};
