import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  type Platform,
  performAct,
  type Request,
  readLine,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { FirstMembers } from './first-members.ts';
import type { Answer, InstitutionStores } from './institution-act.ts';
import type { OrganisationKind } from './institution-store.ts';

export type OrganisationRegistered = {
  readonly kind: OrganisationKind;
  readonly name: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** Under which name the organisation knows whoever registers it. */
  readonly knownAs: string;
};

/** Registers an organisation. Anybody may: until somebody verifies it, it is only what somebody says. */
export async function registerOrganisation(
  platform: Platform<InstitutionStores & { readonly people: FirstMembers }>,
  request: Request,
  registered: OrganisationRegistered,
): Answer<{ readonly organisation: Uuid }> {
  const name = readLine(registered.name, 'name');
  if (!name.ok) return name;
  const knownAs = readLine(registered.knownAs, 'name');
  if (!knownAs.ok) return knownAs;
  if (!/^[A-Z]{2}$/.test(registered.country))
    return err(unusable('country', 'It must be two capital letters.'));
  const organisation = platform.newId();
  const content = { organisation };
  return performAct(
    platform,
    { act: 'institutions.register-organisation', request, content },
    async ({ institutions, people }) => {
      const { at } = request;
      const personId = actorOf(request);
      const { kind, country } = registered;
      await institutions.add({
        organisation,
        kind,
        name: name.value,
        country,
        createdBy: personId,
        createdAt: at,
      });
      await people.addMembership({ organisation, personId, knownAs: knownAs.value, at });
      for (const role of ['member', 'administrator'] as const)
        await people.addRole({ organisation, personId, role, by: personId, at });
      return ok({ organisation });
    },
  );
}
