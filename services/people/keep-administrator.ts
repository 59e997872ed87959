import type { Problem } from '@testamur/engines/kernel';
import type { Uuid } from '../authorising/index.ts';
import { type PeopleCode, refuse } from './errors.ts';
import type { PeopleStore } from './people-store.ts';

/**
 * An organisation without an administrator could never be changed again by anybody. It takes its turn first, so that of two administrators who
 * remove one another at the same moment the second sees what the first has done.
 */
export async function keepAdministrator(
  people: PeopleStore,
  organisation: Uuid,
  leaving: Uuid,
): Promise<Problem<PeopleCode> | undefined> {
  await people.takeTurn(organisation);
  const members = await people.listMembers(organisation);
  const left = members.filter((one) => one.endedAt === undefined && one.roles.includes('administrator'));
  if (left.some((one) => one.personId !== leaving) || !left.some((one) => one.personId === leaving))
    return undefined;
  return refuse(
    'PEOPLE_LAST_ADMINISTRATOR',
    'This is the last administrator of the organisation.',
    'Make another member administrator first.',
  );
}
