import { err, ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { Person } from './people-store.ts';

/** One's own record. */
export function showProfile(platform: PeoplePlatform, request: Request): Answer<Person> {
  return performAct(platform, { act: 'people.show-profile', request, content: {} }, async ({ people }) => {
    const found = await people.findPerson(actorOf(request));
    return found ? ok(found) : err(notFound('person'));
  });
}
