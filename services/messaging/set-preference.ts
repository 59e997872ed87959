import { err, ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import { refuse } from './errors.ts';
import { SWITCHABLE_KINDS } from './message-kinds.ts';
import type { Preference } from './message-store.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';

/** Says whether one wants to be told. Links that one asked for and notices of security are always sent. */
export async function setPreference(
  platform: MessagingPlatform,
  request: Request,
  preference: Preference,
): Answer<null> {
  if (!SWITCHABLE_KINDS.includes(preference.kind))
    return err(
      refuse(
        'MESSAGING_ALWAYS_SENT',
        'Messages of this kind are always sent: they guard the account.',
        'Choose one of the kinds that your preferences list.',
      ),
    );
  return performAct(
    platform,
    { act: 'messaging.set-preference', request, content: preference },
    async ({ preferences }) => {
      await preferences.set(actorOf(request), preference, request.at);
      return ok(null);
    },
  );
}
