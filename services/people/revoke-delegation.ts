import { actorOf, organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { type Answer, changed, type PeoplePlatform } from './people-act.ts';

/** Takes back what one has delegated, from now on. */
export function revokeDelegation(
  platform: PeoplePlatform,
  request: Request,
  delegationId: Uuid,
): Answer<null> {
  const from = actorOf(request);
  return performAct(
    platform,
    { act: 'people.revoke-delegation', request, content: { delegationId } },
    async ({ people }) =>
      changed(
        await people.revokeDelegations(organisationOf(request), { delegationId, from, at: request.at }),
        'delegation of yours',
      ),
  );
}
