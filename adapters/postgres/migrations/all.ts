import type { Migration } from 'kysely';
import { reference } from './0001-reference.ts';
import { platform } from './0002-platform.ts';
import { signIn } from './0003-sign-in.ts';
import { messages } from './0004-messages.ts';
import { privacy } from './0005-privacy.ts';
import { publicLog } from './0006-public-log.ts';
import { halts } from './0007-halts.ts';
import { account } from './0011-account.ts';

/** Forward only, never edited once released; the number decides the order. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-reference': reference,
  '0002-platform': platform,
  '0006-public-log': publicLog,
  '0003-sign-in': signIn,
  '0004-messages': messages,
  '0005-privacy': privacy,
  '0007-halts': halts,
  '0011-account': account,
};
