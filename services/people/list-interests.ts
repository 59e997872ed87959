import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { Interest } from './people-store.ts';

/** The interests that members of the organisation have declared. */
export function listInterests(platform: PeoplePlatform, request: Request): Answer<readonly Interest[]> {
  return performAct(platform, { act: 'people.list-interests', request, content: {} }, async ({ people }) =>
    ok(await people.listInterests(organisationOf(request))),
  );
}
