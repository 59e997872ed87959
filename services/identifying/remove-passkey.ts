import { err } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { refuse } from './errors.ts';
import { type Answer, changed, type IdentifyingStores, ownNotice, type Telling } from './identifying-act.ts';

/** Takes a passkey away, a lost one say. The last one stays: without it nobody could sign in with a passkey again. */
export function removePasskey(
  platform: Platform<IdentifyingStores & Telling>,
  request: Request,
  passkeyId: Uuid,
): Answer<null> {
  const personId = actorOf(request);
  const messageId = platform.newId();
  return performAct(
    platform,
    { act: 'identifying.remove-passkey', request, content: { passkeyId } },
    async ({ identifying, messages }) => {
      const own = await identifying.listPasskeys(personId);
      if (own.length === 1 && own[0]?.passkeyId === passkeyId)
        return err(
          refuse('IDENTIFYING_LAST_PASSKEY', 'This is your last passkey.', 'Add another passkey first.'),
        );
      await messages.add(personId, ownNotice('sign-in-changed', { messageId, personId, at: request.at }));
      return changed(await identifying.removePasskey(personId, passkeyId), 'passkey');
    },
  );
}
