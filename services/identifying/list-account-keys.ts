import { ok } from '@testamur/engines/kernel';
import { organisationOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import type { AccountKeyFound } from './program-store.ts';

/** The public keys of the organisation's programs, those that were retired included. */
export function listAccountKeys(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<readonly AccountKeyFound[]> {
  return performAct(
    platform,
    { act: 'identifying.list-account-keys', request, content: {} },
    async ({ programs }) => ok(await programs.listKeys(organisationOf(request))),
  );
}
