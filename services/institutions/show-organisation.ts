import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, InstitutionPlatform } from './institution-act.ts';
import type { Organisation, ParentLink, VerificationFound } from './institution-store.ts';

export type OrganisationShown = Organisation & {
  readonly verifications: readonly VerificationFound[];
  /** Claims from below and from above; those that are not confirmed are shown as such. */
  readonly links: readonly ParentLink[];
  /** The organisations that those name: who vouches, whose part it is, what is part of it. */
  readonly neighbours: readonly Pick<Organisation, 'organisation' | 'name'>[];
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
      const links = await institutions.listLinks(organisation);
      const named = new Set([
        ...verifications.map((one) => one.by),
        ...links.flatMap(({ child, parent }) => [child, parent]),
      ]);
      named.delete(organisation);
      const neighbours = [];
      for (const id of named) {
        const neighbour = await institutions.find(id);
        if (neighbour) neighbours.push({ organisation: id, name: neighbour.name });
      }
      return ok({ ...found, verifications, links, neighbours });
    },
  );
}
