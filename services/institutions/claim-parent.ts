import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  organisationOf,
  performAct,
  type Request,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, InstitutionPlatform } from './institution-act.ts';

/** Says that the organisation is part of another: a campus of a school, a school of a university. It stands when the other confirms it. */
export async function claimParent(
  platform: InstitutionPlatform,
  request: Request,
  parent: Uuid,
): Answer<null> {
  const child = organisationOf(request);
  if (parent === child) return err(unusable('organisation', 'Nothing is part of itself.'));
  return performAct(
    platform,
    { act: 'institutions.claim-parent', request, content: { parent } },
    async ({ institutions }) => {
      const found = await institutions.find(parent);
      if (!found || found.kind === 'personal') return err(notFound('organisation'));
      await institutions.claimParent({ child, parent, by: actorOf(request), at: request.at });
      return ok(null);
    },
  );
}
