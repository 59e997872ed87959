import { err } from '@testamur/engines/kernel';
import {
  type Instant,
  isInstant,
  organisationOf,
  type Platform,
  performAct,
  type Request,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import {
  type Answer,
  changed,
  type IdentifyingStores,
  type TellingHouse,
  tellAdministrators,
} from './identifying-act.ts';

/** Ends a key, now or on a day to come. What was given for it ends by itself within minutes. */
export async function retireAccountKey(
  platform: Platform<IdentifyingStores & TellingHouse>,
  request: Request,
  given: { readonly keyId: Uuid; readonly until: Instant },
): Answer<null> {
  if (!isInstant(given.until) || given.until < request.at)
    return err(unusable('end', 'It lies in the past.'));
  return performAct(
    platform,
    { act: 'identifying.retire-account-key', request, content: given },
    async ({ programs, messages }) => {
      await tellAdministrators(messages, request, platform.newId);
      return changed(await programs.retireKey(organisationOf(request), given.keyId, given.until), 'key');
    },
  );
}
