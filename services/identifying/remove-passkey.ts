import { err } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { refuse } from './errors.ts';
import { type Answer, changed, type IdentifyingStores } from './identifying-act.ts';

/** Takes a passkey away, a lost one say. The last one stays: without it nobody could sign in with a passkey again. */
export function removePasskey(
  platform: Platform<IdentifyingStores>,
  request: Request,
  passkeyId: Uuid,
): Answer<null> {
  const personId = actorOf(request);
  return performAct(
    platform,
    { act: 'identifying.remove-passkey', request, content: { passkeyId } },
    async ({ identifying }) => {
      const own = await identifying.listPasskeys(personId);
      if (own.length === 1 && own[0]?.passkeyId === passkeyId)
        return err(
          refuse('IDENTIFYING_LAST_PASSKEY', 'This is your last passkey.', 'Add another passkey first.'),
        );
      return changed(await identifying.removePasskey(personId, passkeyId), 'passkey');
    },
  );
}
