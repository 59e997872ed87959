import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type AuthorisingProblem,
  actorOf,
  organisationOf,
  type Platform,
  performAct,
  type Request,
  readLine,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';

export type ProviderWanted = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** OpenID Connect Discovery 1.0, section 2: https, without query and fragment. Whether it may be reached is seen when it is. */
function readIssuer(text: string): Result<string, AuthorisingProblem> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  if (url && isPlain && url.search === '' && url.hash === '' && text.length <= 500) return ok(text);
  return err(unusable('issuer', 'It must begin with https:// and hold neither a password, a ? nor a #.'));
}

/** Names the provider with which people of the organisation may sign in; one that was named before serves no more. */
export async function setProvider(
  platform: Platform<IdentifyingStores>,
  request: Request,
  wanted: ProviderWanted,
): Answer<{ readonly providerId: Uuid }> {
  const [issuer, clientId, clientSecret] = [
    readIssuer(wanted.issuer),
    readLine(wanted.clientId, 'client id', 500),
    readLine(wanted.clientSecret, 'client secret', 500),
  ];
  if (!issuer.ok) return issuer;
  if (!clientId.ok) return clientId;
  if (!clientSecret.ok) return clientSecret;
  const providerId = platform.newId();
  const told = { issuer: issuer.value, clientId: clientId.value };
  return performAct(
    platform,
    { act: 'identifying.set-provider', request, content: told },
    async ({ providers }) => {
      const organisation = organisationOf(request);
      await providers.endProvider(organisation, request.at);
      const kept = { providerId, ...told, clientSecret: clientSecret.value };
      await providers.setProvider(organisation, { ...kept, setBy: actorOf(request), setAt: request.at });
      return ok({ providerId });
    },
  );
}
