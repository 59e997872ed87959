import { ok } from '@testamur/engines/kernel';
import {
  actorOf,
  type Instant,
  type Platform,
  performAct,
  type Request,
  type Uuid,
} from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';

export type IdentityShown = {
  readonly identityId: Uuid;
  readonly issuer: string;
  readonly linkedAt: Instant;
};

/** The accounts at other providers with which one signs in. */
export function listIdentities(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<readonly IdentityShown[]> {
  return performAct(
    platform,
    { act: 'identifying.list-identities', request, content: {} },
    async ({ providers }) => {
      const listed = await providers.listIdentities(actorOf(request));
      return ok(listed.map(({ identityId, issuer, linkedAt }) => ({ identityId, issuer, linkedAt })));
    },
  );
}
