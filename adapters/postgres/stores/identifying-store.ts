import type { IdentifyingStores } from '@testamur/services/identifying';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { openLinks } from './identifying/links.ts';
import { openPasskeys } from './identifying/passkeys.ts';
import { openRecovery } from './identifying/recovery.ts';
import { openSessions } from './identifying/sessions.ts';

/** Passkeys and sessions. Who presents a token is found out past the notes of reads: that is no reading of somebody's data. */
export const openIdentifyingStore = (given: {
  readonly plain: Transaction<Tables>;
  readonly noted: Transaction<Tables>;
}): IdentifyingStores['identifying'] => ({
  ...openPasskeys(given),
  ...openSessions(given),
  ...openRecovery(given),
  ...openLinks(given),
});
