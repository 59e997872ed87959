import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  openUnitOfWork,
} from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { authoriseByMatrix, type Request } from '@testamur/services/authorising';
import { foundPlatform, registerOrganisation } from '@testamur/services/institutions';
import { inviteMember, registerPerson } from '@testamur/services/people';
import { makePersonKeys } from '@testamur/testing/person-keys';

export const AT = '2026-11-22T12:00:00.000Z';
export const LATER = '2026-12-22T12:00:00.000Z';
const CONSOLE: Request = { actor: { kind: 'console' }, at: AT, site: 'check' };

export const platformOn = (database: Database) => ({
  unitOfWork: openUnitOfWork(database),
  authorise: authoriseByMatrix,
  newId: () => randomUUID(),
  newSecret: () => randomBytes(32).toString('base64url'),
});
export const asPerson = (id: string, at = AT, organisation?: string): Request => ({
  ...{ actor: { kind: 'person', id }, at, provedAt: at, site: 'check' },
  ...(organisation === undefined ? {} : { organisation }),
});

export async function newPerson(database: Database, at = AT): Promise<string> {
  const given = { displayName: 'Dr Check', mail: 'check@example.org', language: 'en' } as const;
  const request: Request = { actor: { kind: 'anonymous' }, at, site: 'check' };
  return expectOk(await registerPerson(platformOn(database), request, given), 'a newcomer').personId;
}

/** The platform and so many organisations, each with its administrator and an invitation that waits. */
export async function seedHouses(database: Database, houses: number): Promise<void> {
  const platform = platformOn(database);
  expectOk(
    await foundPlatform(platform, CONSOLE, { name: 'Testamur', expiresAt: LATER }),
    'an empty database',
  );
  for (let house = 0; house < houses; house += 1) {
    const person = await newPerson(database);
    const given = { kind: 'school', name: `School ${house}`, country: 'IN', knownAs: 'A' } as const;
    const made = expectOk(await registerOrganisation(platform, asPerson(person), given), 'a new house');
    const invited = { role: 'officer', invitedAs: 'O', expiresAt: LATER } as const;
    expectOk(await inviteMember(platform, asPerson(person, AT, made.organisation), invited), 'an invitation');
  }
}

export const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), 'testamur-check-'));

/** Of this process, whichever databases it opens. */
const KEYS = makePersonKeys();

export async function withDatabase<T>(
  options: DatabaseOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = expectOk(await openDatabase({ personKeys: KEYS, ...options }), 'a database for the check');
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
