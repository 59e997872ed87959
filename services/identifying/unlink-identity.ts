import { actorOf, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { type Answer, changed, type IdentifyingStores, ownNotice, type Telling } from './identifying-act.ts';

/** From now on the account there signs in no more. */
export function unlinkIdentity(
  platform: Platform<IdentifyingStores & Telling>,
  request: Request,
  identityId: Uuid,
): Answer<null> {
  const messageId = platform.newId();
  const [personId, at] = [actorOf(request), request.at];
  return performAct(
    platform,
    { act: 'identifying.unlink-identity', request, content: { identityId } },
    async ({ providers, messages }) => {
      await messages.add(personId, ownNotice('sign-in-changed', { messageId, personId, at }));
      return changed(await providers.removeIdentity(personId, identityId), 'linked account');
    },
  );
}
