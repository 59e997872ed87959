import { err, ok } from '@testamur/engines/kernel';
import {
  ACTS,
  type ActName,
  actorOf,
  organisationOf,
  performAct,
  type Request,
  readLine,
  ruleOf,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';

export type AccountWanted = { readonly name: string; readonly scopes: readonly ActName[] };

/** Lets a program act for the organisation. Its scopes are acts of the matrix that are open to service accounts at all. */
export async function createServiceAccount(
  platform: PeoplePlatform,
  request: Request,
  wanted: AccountWanted,
): Answer<{ readonly accountId: Uuid }> {
  const name = readLine(wanted.name, 'name');
  if (!name.ok) return name;
  if (
    wanted.scopes.length === 0 ||
    !wanted.scopes.every((act) => ACTS.includes(act) && ruleOf(act).who.includes('service-account'))
  )
    return err(unusable('scopes', 'Each must be an act that programs may do.'));
  const accountId = platform.newId();
  return performAct(
    platform,
    { act: 'people.create-service-account', request, content: wanted },
    async ({ people }) => {
      const createdBy = actorOf(request);
      await people.addServiceAccount(organisationOf(request), {
        accountId,
        name: name.value,
        scopes: wanted.scopes,
        createdBy,
        createdAt: request.at,
      });
      return ok({ accountId });
    },
  );
}
