import { err, ok } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import type { ProviderPlatform } from './begin-with-provider.ts';
import { refuse } from './errors.ts';
import { type Answer, type IdentifyingStores, ownNotice, type Telling } from './identifying-act.ts';
import { type ProviderAnswer, proveIdentity } from './prove-identity.ts';

/** Links the account that one has at an organisation's provider with one's own here: by oneself, signed in, with a fresh proof. */
export async function linkIdentity(
  platform: ProviderPlatform & Platform<IdentifyingStores & Telling>,
  request: Request,
  shown: ProviderAnswer,
): Answer<{ readonly identityId: Uuid }> {
  const proved = await proveIdentity(platform, request, { ...shown, purpose: 'link' });
  if (!proved.ok) return proved;
  const { issuer, subject } = proved.value;
  const [identityId, messageId] = [platform.newId(), platform.newId()];
  const [personId, at] = [actorOf(request), request.at];
  return performAct(
    platform,
    { act: 'identifying.link-identity', request, content: { issuer } },
    async ({ providers, messages }) => {
      const own = await providers.listIdentities(personId);
      if (own.some((one) => one.issuer === issuer && one.subject === subject)) return err(linkedAlready());
      await messages.add(personId, ownNotice('sign-in-changed', { messageId, personId, at }));
      await providers.addIdentity({ identityId, personId, issuer, subject, linkedAt: at });
      return ok({ identityId });
    },
  );
}

const linkedAlready = () =>
  refuse('IDENTIFYING_LINKED', 'This account is linked already.', 'Nothing need be done.');
