import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import {
  type Instant,
  isInstant,
  type Platform,
  performAct,
  type Request,
  readLine,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { FirstMembers } from './first-members.ts';
import type { Answer, InstitutionStores } from './institution-act.ts';

export type PlatformFounded = { readonly name: string; readonly expiresAt: Instant };
export type FirstLink = { readonly organisation: Uuid; readonly invitationId: Uuid; readonly secret: string };

/**
 * Invites the first administrator, from the console of the machine: the platform's own organisation, made when there is none, and a one-time
 * link. Asked again it makes another link: whoever is at the machine could change the database anyway, and a link may be lost.
 */
export async function foundPlatform(
  platform: Platform<InstitutionStores & { readonly people: FirstMembers }>,
  request: Request,
  founded: PlatformFounded,
): Answer<FirstLink> {
  const name = readLine(founded.name, 'name');
  if (!name.ok) return name;
  if (!isInstant(founded.expiresAt) || founded.expiresAt <= request.at)
    return err(unusable('end', 'It lies in the past.'));
  const [newOrganisation, invitationId, secret] = [platform.newId(), platform.newId(), platform.newSecret()];
  return performAct(
    platform,
    { act: 'institutions.found-platform', request, content: {} },
    async ({ institutions, people }) => {
      const organisation = (await institutions.findPlatform())?.organisation ?? newOrganisation;
      if (organisation === newOrganisation)
        await institutions.add({
          organisation,
          kind: 'platform',
          name: name.value,
          country: undefined,
          createdBy: undefined,
          createdAt: request.at,
        });
      await people.addInvitation(organisation, {
        invitationId,
        tokenHash: sha256Hex(secret),
        role: 'administrator',
        invitedAs: 'first administrator',
        invitedBy: undefined,
        invitedAt: request.at,
        expiresAt: founded.expiresAt,
      });
      return ok({ organisation, invitationId, secret });
    },
  );
}
