import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request } from '../authorising/index.ts';
import { describeSession, drawSession, type Place, type SignedIn } from './begin-session.ts';
import type { ProviderPlatform } from './begin-with-provider.ts';
import { notRecognised } from './errors.ts';
import type { Answer } from './identifying-act.ts';
import { type ProviderAnswer, proveIdentity } from './prove-identity.ts';

/**
 * Signs in whoever has linked the account that she has at the provider of an organisation. One that nobody has linked opens nothing: no account
 * is found by its mail address, and none is begun. Who runs the provider could sign in as her people, so it is no proof for what needs one.
 */
export async function signInWithIdentity(
  platform: ProviderPlatform,
  request: Request,
  shown: ProviderAnswer & { readonly place: Place },
): Answer<SignedIn> {
  const proved = await proveIdentity(platform, request, { ...shown, purpose: 'sign-in' });
  if (!proved.ok) return proved;
  const fresh = drawSession(platform);
  const { place } = shown;
  const at = request.at;
  return performAct(
    platform,
    {
      act: 'identifying.sign-in-with-identity',
      request: { ...request, identity: proved.value },
      content: {},
    },
    async ({ identifying, providers }) => {
      const [found] = await providers.findIdentities(proved.value);
      if (!found) return err(notRecognised());
      const given = {
        personId: found.personId,
        method: 'identity',
        challengeHash: undefined,
        place,
        at,
      } as const;
      const { session, signedIn } = describeSession(fresh, given);
      await identifying.addSession(session);
      return ok(signedIn);
    },
  );
}
