import { err, ok, type Result } from '@testamur/engines/kernel';
import type { Uuid } from '../authorising/index.ts';
import { type PeopleProblem, refuse } from './errors.ts';
import type { PeopleStore } from './people-store.ts';

/**
 * An organisation without an administrator could never be changed again by anybody. Asked after the change, which is undone where the answer
 * is no: changes of one organisation wait for each other at its audit chain, so two administrators who remove one another at the same moment
 * are seen here, one after the other.
 */
export async function keepAdministrator(
  people: PeopleStore,
  organisation: Uuid,
): Promise<Result<null, PeopleProblem>> {
  const members = await people.listMembers(organisation);
  if (members.some((one) => one.endedAt === undefined && one.roles.includes('administrator')))
    return ok(null);
  return err(
    refuse(
      'PEOPLE_LAST_ADMINISTRATOR',
      'This is the last administrator of the organisation.',
      'Make another member administrator first.',
    ),
  );
}
