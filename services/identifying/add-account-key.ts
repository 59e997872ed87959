import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  organisationOf,
  type Platform,
  performAct,
  type Request,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import { notFound } from './errors.ts';
import {
  type Answer,
  type IdentifyingStores,
  type TellingHouse,
  tellAdministrators,
} from './identifying-act.ts';
import { readPublicJwk } from './read-public-jwk.ts';

/** Gives a program of the organisation another key. The old one serves on until it is retired, so that programs can change over in between. */
export async function addAccountKey(
  platform: Platform<IdentifyingStores & TellingHouse>,
  request: Request,
  given: { readonly accountId: Uuid; readonly publicJwk: unknown },
): Answer<{ readonly keyId: Uuid }> {
  const publicJwk = readPublicJwk(given.publicJwk);
  if (!publicJwk)
    return err(unusable('key', 'It must be the public half of a P-256 or Ed25519 key, as a JWK.'));
  const keyId = platform.newId();
  const { accountId } = given;
  const organisation = organisationOf(request);
  return performAct(
    platform,
    { act: 'identifying.add-account-key', request, content: { accountId, publicJwk } },
    async ({ programs, messages }) => {
      const account = await programs.findAccount(organisation, accountId);
      if (!account || account.isDisabled) return err(notFound('active service account'));
      const key = { keyId, accountId, publicJwk, addedBy: actorOf(request), validFrom: request.at };
      await programs.addKey(organisation, key);
      await tellAdministrators(messages, request, platform.newId);
      return ok({ keyId });
    },
  );
}
