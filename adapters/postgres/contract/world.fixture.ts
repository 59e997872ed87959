import {
  type Actor,
  MEMBER_ROLES,
  type MemberRole,
  type Platform,
  ROLES,
  type Role,
  requestApproval,
} from '@testamur/services/authorising';
import { claimParent, registerOrganisation, verifyOrganisation } from '@testamur/services/institutions';
import { haltAtMachine } from '@testamur/services/operating';
import {
  assignRole,
  createServiceAccount,
  declareInterest,
  delegateRole,
  inviteMember,
} from '@testamur/services/people';
import type { PlatformStores } from '../stores/open-stores.ts';
import { succeed } from './engines.fixture.ts';
import {
  asPerson,
  CONSOLE,
  type House,
  LATER,
  newHouse,
  newMember,
  newPerson,
  newPlatformHouse,
} from './platform.fixture.ts';

type Given = Platform<PlatformStores>;

/** A house with somebody in every role, and something of every kind to act on. */
export type Furnished = House & {
  readonly actors: Readonly<Record<Role, Actor>>;
  /** A member on whom others act. */
  readonly target: string;
  /** A delegation by each leader, by her id. */
  readonly delegations: ReadonlyMap<string, string>;
  readonly invitation: string;
  readonly account: string;
  readonly request: string;
  readonly claimant: string;
  readonly verification: string | undefined;
};

export type World = {
  readonly school: Furnished;
  readonly other: Furnished;
  readonly platformHouse: Furnished;
  /** A house to which nobody of the others belongs, with an open invitation. */
  readonly inviting: House & { readonly secret: string };
  readonly personalTenant: string;
};

export async function furnishWorld(platform: Given): Promise<World> {
  const platformHouse = await furnish(platform, await newPlatformHouse(platform), true);
  await succeed(
    haltAtMachine(platform, CONSOLE, {
      scope: 'writes',
      reason: 'set for later, to be lifted',
      startsAt: '2030-01-01T00:00:00.000Z',
    }),
  );
  const school = await furnish(platform, await newHouse(platform), false);
  const other = await furnish(platform, await newHouse(platform, 'authority'), false);
  const house = await newHouse(platform, 'hospital');
  const { secret } = await succeed(
    inviteMember(platform, asPerson(house.administrator, house.organisation), {
      role: 'officer',
      invitedAs: 'x',
      expiresAt: LATER,
    }),
  );
  return {
    school,
    other,
    platformHouse,
    inviting: { ...house, secret },
    personalTenant: await newPerson(platform),
  };
}

async function furnish(platform: Given, house: House, isPlatform: boolean): Promise<Furnished> {
  const inHouse = asPerson(house.administrator, house.organisation);
  const people = new Map<MemberRole, string>([['administrator', house.administrator]]);
  for (const role of MEMBER_ROLES)
    if (!people.has(role)) people.set(role, await newMember(platform, house, role));
  const target = await newMember(platform, house, 'officer');
  const delegations = new Map<string, string>();
  for (const [role, person] of people) {
    if (role === 'member') continue;
    const lent = {
      to: target,
      role,
      startsAt: '2030-01-01T00:00:00.000Z',
      endsAt: '2030-02-01T00:00:00.000Z',
    };
    const made = await succeed(delegateRole(platform, asPerson(person, house.organisation), lent));
    delegations.set(person, made.delegationId);
  }
  const { invitationId } = await succeed(
    inviteMember(platform, inHouse, { role: 'officer', invitedAs: 'y', expiresAt: LATER }),
  );
  const { accountId } = await succeed(
    createServiceAccount(platform, inHouse, {
      name: 'exporter',
      scopes: ['auditing.list-events', 'institutions.show-organisation'],
    }),
  );
  const { requestId } = await succeed(
    requestApproval(platform, asPerson(target, house.organisation), {
      act: 'people.invite-member',
      content: { n: 1 },
      expiresAt: LATER,
    }),
  );
  await succeed(
    declareInterest(platform, asPerson(target, house.organisation), {
      subject: house.organisation,
      nature: 'employment',
      statement: 'works here',
    }),
  );
  await succeed(assignRole(platform, inHouse, { personId: target, role: 'auditor' }));
  return {
    ...house,
    actors: actorsOf(people, accountId),
    target,
    delegations,
    invitation: invitationId,
    account: accountId,
    request: requestId,
    ...(await verifyAndClaim(platform, house, isPlatform ? people.get('operator') : undefined)),
  };
}

async function verifyAndClaim(platform: Given, house: House, operator: string | undefined) {
  const claimant = await newPerson(platform);
  const { organisation } = await succeed(
    registerOrganisation(platform, asPerson(claimant), {
      kind: 'school',
      name: 'A campus',
      country: 'IN',
      knownAs: 'C',
    }),
  );
  await succeed(claimParent(platform, asPerson(claimant, organisation), house.organisation));
  if (operator === undefined) return { claimant: organisation, verification: undefined };
  const given = { subject: organisation, method: 'official-letter', evidence: 'a letter' } as const;
  const made = await succeed(verifyOrganisation(platform, asPerson(operator, house.organisation), given));
  return { claimant: organisation, verification: made.verificationId };
}

function actorsOf(people: ReadonlyMap<MemberRole, string>, account: string): Readonly<Record<Role, Actor>> {
  const actor = (role: Role): Actor => {
    if (role === 'anonymous' || role === 'console') return { kind: role };
    if (role === 'service-account') return { kind: role, id: account };
    return { kind: 'person', id: people.get(role === 'person' ? 'member' : role) ?? '' };
  };
  return Object.fromEntries(ROLES.map((role) => [role, actor(role)])) as Record<Role, Actor>;
}
