import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, InstitutionPlatform } from './institution-act.ts';
import type { Organisation, ParentLink, VerificationFound } from './institution-store.ts';

export type OrganisationShown = Organisation & {
  readonly verifications: readonly VerificationFound[];
  /** Claims from below and from above; those that are not confirmed are shown as such. */
  readonly links: readonly ParentLink[];
};

/** An organisation, who vouches for it and how, and its place in a hierarchy. Nobody's own tenant is shown. */
export function showOrganisation(
  platform: InstitutionPlatform,
  request: Request,
  organisation: Uuid,
): Answer<OrganisationShown> {
  return performAct(
    platform,
    { act: 'institutions.show-organisation', request, content: {} },
    async ({ institutions }) => {
      const found = await institutions.find(organisation);
      if (!found || found.kind === 'personal') return err(notFound('organisation'));
      const verifications = await institutions.listVerifications(organisation);
      return ok({ ...found, verifications, links: await institutions.listLinks(organisation) });
    },
  );
}
