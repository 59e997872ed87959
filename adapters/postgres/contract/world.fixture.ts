import {
  type Actor,
  MEMBER_ROLES,
  type MemberRole,
  type Platform,
  ROLES,
  type Role,
  requestApproval,
  setApprovalPolicy,
} from '@testamur/services/authorising';
import { askForLink, setProvider } from '@testamur/services/identifying';
import { claimParent, registerOrganisation, verifyOrganisation } from '@testamur/services/institutions';
import { addEndpoint, listDeliveries, settleMessage } from '@testamur/services/messaging';
import { haltAtMachine } from '@testamur/services/operating';
import {
  assignRole,
  createServiceAccount,
  declareInterest,
  delegateRole,
  inviteMember,
  registerPerson,
  withdrawRole,
} from '@testamur/services/people';
import { decideRequest, giveConsent, sendRequest } from '@testamur/services/privacy';
import { listJobs } from '@testamur/services/working';
import type { PlatformStores } from '../stores/open-stores.ts';
import { succeed } from './engines.fixture.ts';
import { ISSUER, type SignedInPerson, signInPerson } from './passkeys.fixture.ts';
import {
  ANYBODY,
  AT,
  asPerson,
  CONSOLE,
  type House,
  LATER,
  newHouse,
  newMember,
  newPerson,
  newPlatformHouse,
} from './platform.fixture.ts';

import { giveKey } from './programs.fixture.ts';

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
  /** A key of that account, and a token that it holds. */
  readonly key: string;
  readonly token: string;
  readonly request: string;
  readonly claimant: string;
  readonly verification: string | undefined;
  readonly leaf: string | undefined;
  /** A mail that waits, with its job. */
  readonly message: string;
  readonly job: string;
  readonly endpoint: string;
  /** A webhook that was sent. */
  readonly delivery: string;
};

export type World = {
  readonly school: Furnished;
  readonly other: Furnished;
  readonly platformHouse: Furnished;
  /** A house to which nobody of the others belongs, with an open invitation. */
  readonly inviting: House & { readonly secret: string };
  readonly personalTenant: string;
  /** A link that came by mail, and what the browser keeps that asked for it. */
  readonly link: { readonly secret: string; readonly browserSecret: string };
  /** Two requests of that person: one open, one with a proposed refusal by somebody who acts no more in tests. */
  readonly privacy: { readonly open: string; readonly refused: string };
  /** Of the verification that the operators gave. */
  readonly leaf: string;
  /** Passkeys and a session of everybody who acts, by her id. */
  readonly signedIn: ReadonlyMap<string, SignedInPerson>;
};

/** A message in somebody's own tenant; a test that needs it puts it there. */
export const PERSONAL_MESSAGE = '55555555-5555-4555-8555-555555555555';

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
  const personalTenant = await newPerson(platform);
  const signedIn = new Map<string, SignedInPerson>();
  for (const { actors } of [school, other, platformHouse])
    for (const actor of Object.values(actors))
      if (actor.kind === 'person' && !signedIn.has(actor.id))
        signedIn.set(actor.id, await signInPerson(platform, actor.id));
  return {
    school,
    other,
    platformHouse,
    inviting: { ...house, secret },
    personalTenant,
    link: await askForOwnLink(platform),
    privacy: await furnishPrivacy(platform, platformHouse, personalTenant),
    leaf: platformHouse.leaf ?? '',
    signedIn,
  };
}

/** Somebody with a mail address of her own asks for a link. */
async function askForOwnLink(platform: Given): Promise<World['link']> {
  const mail = 'linked@example.org';
  await succeed(registerPerson(platform, ANYBODY, { displayName: 'Linked', mail, language: 'en' }));
  const drawn = [platform.newSecret(), platform.newSecret(), platform.newSecret()];
  const browserSecret = platform.newSecret();
  const left = [...drawn];
  const known = { ...platform, newSecret: () => left.shift() ?? '' };
  await succeed(askForLink(known, ANYBODY, { mail, browserSecret }));
  return { secret: drawn[0] ?? '', browserSecret };
}

/** Requests by a person, one of which an operator proposes to refuse. */
async function furnishPrivacy(platform: Given, house: House, person: string): Promise<World['privacy']> {
  const asked = { kind: 'objection', statement: 'I object' } as const;
  const open = await succeed(sendRequest(platform, asPerson(person), asked));
  const refused = await succeed(sendRequest(platform, asPerson(person), asked));
  const operator = await newMember(platform, house, 'operator');
  await succeed(
    decideRequest(platform, asPerson(operator, house.organisation), {
      requestId: refused.requestId,
      grants: false,
      reason: 'needed for accountability',
    }),
  );
  return { open: open.requestId, refused: refused.requestId };
}

/** Everybody has asked for something and agreed to something; the administrator is not the only one, so that she could go. */
async function furnishPeople(platform: Given, house: House, people: Iterable<string>): Promise<void> {
  await newMember(platform, house, 'administrator');
  for (const person of people) {
    await succeed(sendRequest(platform, asPerson(person), { kind: 'access', statement: 'Whatever it is' }));
    await succeed(giveConsent(platform, asPerson(person), { purpose: 'research', language: 'en' }));
  }
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
  const hook = { url: 'https://hook.example/in', kinds: ['people.assign-role', 'people.withdraw-role'] };
  const { endpointId: endpoint } = await succeed(addEndpoint(platform, inHouse, hook));
  const provider = { issuer: ISSUER, clientId: 'testamur', clientSecret: 'a secret' };
  await succeed(setProvider(platform, inHouse, provider));
  await noticeEverybody(platform, house, people);
  // A policy to read, which asks for nothing.
  await succeed(setApprovalPolicy(platform, inHouse, { act: 'people.invite-member', approvals: 0 }));
  const invitationId = await inviteByMail(platform, inHouse);
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
  await furnishPeople(platform, house, people.values());
  return {
    ...house,
    actors: actorsOf(people, accountId),
    target,
    delegations,
    invitation: invitationId,
    account: accountId,
    ...(await giveKey(platform, house, accountId)),
    request: requestId,
    endpoint,
    ...(await findSent(platform, house, endpoint)),
    ...(await verifyAndClaim(platform, house, isPlatform ? people.get('operator') : undefined)),
  };
}

/** Gives everybody a role and takes it back: each is told, and so is the endpoint. */
async function noticeEverybody(platform: Given, house: House, people: ReadonlyMap<MemberRole, string>) {
  const inHouse = asPerson(house.administrator, house.organisation);
  for (const [own, personId] of people) {
    const given = { personId, role: own === 'officer' ? 'auditor' : 'officer' } as const;
    await succeed(assignRole(platform, inHouse, given));
    await succeed(withdrawRole(platform, inHouse, given));
  }
}

async function inviteByMail(platform: Given, inHouse: Parameters<typeof inviteMember>[1]): Promise<string> {
  const mail = { address: 'invited@example.org', language: 'fr' };
  const { invitationId } = await succeed(
    inviteMember(platform, inHouse, { role: 'officer', invitedAs: 'y', expiresAt: LATER, mail }),
  );
  return invitationId;
}

/** The mail that waits with its job, and a webhook that the worker has sent. */
async function findSent(platform: Given, house: House, endpoint: string) {
  const inHouse = asPerson(house.administrator, house.organisation);
  const jobs = await succeed(listJobs(platform, CONSOLE, ['waiting']));
  const mail = jobs.find((job) => job.queue === 'mail' && job.organisation === house.organisation);
  const delivery = (await succeed(listDeliveries(platform, inHouse, endpoint)))[0]?.messageId ?? '';
  const asWorker = {
    actor: { kind: 'worker' },
    organisation: house.organisation,
    at: AT,
    site: 'worker',
  } as const;
  await succeed(settleMessage(platform, asWorker, { messageId: delivery, outcome: { kind: 'sent' } }));
  return { message: mail?.message ?? '', job: mail?.jobId ?? '', delivery };
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
  if (operator === undefined) return { claimant: organisation, verification: undefined, leaf: undefined };
  const given = { subject: organisation, method: 'official-letter', evidence: 'a letter' } as const;
  const made = await succeed(verifyOrganisation(platform, asPerson(operator, house.organisation), given));
  return { claimant: organisation, verification: made.verificationId, leaf: made.leafId };
}

function actorsOf(people: ReadonlyMap<MemberRole, string>, account: string): Readonly<Record<Role, Actor>> {
  const actor = (role: Role): Actor => {
    if (role === 'anonymous' || role === 'console' || role === 'worker') return { kind: role };
    if (role === 'service-account') return { kind: role, id: account };
    return { kind: 'person', id: people.get(role === 'person' ? 'member' : role) ?? '' };
  };
  return Object.fromEntries(ROLES.map((role) => [role, actor(role)])) as Record<Role, Actor>;
}
