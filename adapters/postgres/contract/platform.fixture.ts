import { randomBytes, randomUUID } from 'node:crypto';
import {
  authoriseByMatrix,
  type MemberRole,
  type Platform,
  type Request,
} from '@testamur/services/authorising';
import { foundPlatform, type OrganisationKind, registerOrganisation } from '@testamur/services/institutions';
import { acceptInvitation, inviteMember, registerPerson } from '@testamur/services/people';
import type { KeyedPlatform } from '@testamur/services/privacy';
import { type ActOptions, openUnitOfWork } from '../acting/run-act.ts';
import type { Database } from '../database.ts';
import type { PlatformStores } from '../stores/open-stores.ts';
import { succeed } from './engines.fixture.ts';

export const AT = '2026-11-22T12:00:00.000Z';
export const LATER = '2026-12-22T12:00:00.000Z';

/** A platform whose acts can also destroy keys. */
export type TestPlatform = Platform<PlatformStores> & Pick<KeyedPlatform, 'personKeys'>;

export function platformOn(database: Database, options: ActOptions = {}): TestPlatform {
  return {
    personKeys: database.keys,
    unitOfWork: openUnitOfWork(database, options),
    authorise: authoriseByMatrix,
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
  };
}

export const asPerson = (id: string, organisation?: string, more: Partial<Request> = {}): Request => ({
  actor: { kind: 'person', id },
  ...(organisation === undefined ? {} : { organisation }),
  at: AT,
  provedAt: AT,
  site: 'test',
  ...more,
});
export const ANYBODY: Request = { actor: { kind: 'anonymous' }, at: AT, site: 'test' };
export const CONSOLE: Request = { actor: { kind: 'console' }, at: AT, site: 'console' };

export async function newPerson(
  platform: Platform<PlatformStores>,
  displayName = 'Dr Test',
): Promise<string> {
  const made = await succeed(
    registerPerson(platform, ANYBODY, { displayName, mail: 'test@example.org', language: 'en' }),
  );
  return made.personId;
}

export type House = { readonly organisation: string; readonly administrator: string };

/** An organisation and the person who registered it. */
export async function newHouse(
  platform: Platform<PlatformStores>,
  kind: OrganisationKind = 'school',
): Promise<House> {
  const administrator = await newPerson(platform, `Administrator of a ${kind}`);
  const { organisation } = await succeed(
    registerOrganisation(platform, asPerson(administrator), {
      kind,
      name: `A fictional ${kind}`,
      country: 'IN',
      knownAs: 'Administrator',
    }),
  );
  return { organisation, administrator };
}

/** A new person who joins the house in a role. */
export async function newMember(
  platform: Platform<PlatformStores>,
  house: House,
  role: MemberRole,
): Promise<string> {
  const person = await newPerson(platform, `The ${role}`);
  const { secret } = await succeed(
    inviteMember(platform, asPerson(house.administrator, house.organisation), {
      role,
      invitedAs: role,
      expiresAt: LATER,
    }),
  );
  await succeed(acceptInvitation(platform, asPerson(person, undefined, { secret }), { knownAs: role }));
  return person;
}

/** The platform's own organisation with its first administrator. */
export async function newPlatformHouse(platform: Platform<PlatformStores>): Promise<House> {
  const { organisation, secret } = await succeed(
    foundPlatform(platform, CONSOLE, { name: 'Testamur', expiresAt: LATER }),
  );
  const administrator = await newPerson(platform, 'First administrator');
  await succeed(
    acceptInvitation(platform, asPerson(administrator, undefined, { secret }), { knownAs: 'First' }),
  );
  return { organisation, administrator };
}
