import { organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { type Answer, changed, type PeoplePlatform } from './people-act.ts';

/** Stops a program at once: its next act finds itself without standing. */
export function disableServiceAccount(
  platform: PeoplePlatform,
  request: Request,
  accountId: Uuid,
): Answer<null> {
  return performAct(
    platform,
    { act: 'people.disable-service-account', request, content: { accountId } },
    async ({ people }) =>
      changed(
        await people.disableServiceAccount(organisationOf(request), accountId, request.at),
        'active service account',
      ),
  );
}
