import { err, ok } from '@testamur/engines/kernel';
import { actorOf, organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { refuse } from './errors.ts';
import type { Answer, InstitutionPlatform } from './institution-act.ts';

/** Confirms that another organisation, which says so itself, is part of this one. */
export function confirmChild(platform: InstitutionPlatform, request: Request, child: Uuid): Answer<null> {
  const parent = organisationOf(request);
  return performAct(
    platform,
    { act: 'institutions.confirm-child', request, content: { child } },
    async ({ institutions }) => {
      const links = await institutions.listLinks(child);
      if (!links.some((link) => link.child === child && link.parent === parent))
        return err(
          refuse(
            'INSTITUTIONS_NOT_CLAIMED',
            'That organisation does not say that it is part of yours.',
            'Ask its administrator to claim it first.',
          ),
        );
      await institutions.confirmChild({ parent, child, by: actorOf(request), at: request.at });
      return ok(null);
    },
  );
}
