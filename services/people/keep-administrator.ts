import type { Problem } from '@testamur/engines/kernel';
import type { Uuid } from '../authorising/index.ts';
import { type PeopleCode, refuse } from './errors.ts';
import type { PeopleStore } from './people-store.ts';

/** An organisation without an administrator could never be changed again by anybody. */
export async function keepAdministrator(
  people: PeopleStore,
  organisation: Uuid,
  leaving: Uuid,
): Promise<Problem<PeopleCode> | undefined> {
  const members = await people.listMembers(organisation);
  const administrators = members.filter(
    (one) => one.endedAt === undefined && one.roles.includes('administrator'),
  );
  if (administrators.length !== 1 || administrators[0]?.personId !== leaving) return undefined;
  return refuse(
    'PEOPLE_LAST_ADMINISTRATOR',
    'This is the last administrator of the organisation.',
    'Make another member administrator first.',
  );
}
