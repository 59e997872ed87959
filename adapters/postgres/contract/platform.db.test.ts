import {
  decideApproval,
  listApprovalPolicies,
  listApprovals,
  type Platform,
  requestApproval,
  setApprovalPolicy,
} from '@testamur/services/authorising';
import {
  claimParent,
  confirmChild,
  findOrganisations,
  foundPlatform,
  registerOrganisation,
  showOrganisation,
  verifyOrganisation,
  withdrawVerification,
} from '@testamur/services/institutions';
import * as people from '@testamur/services/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformStores } from '../stores/open-stores.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
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
  platformOn,
} from './platform.fixture.ts';

const codeOf = async (
  outcome: Promise<{ ok: true } | { ok: false; error: { code: string } }>,
): Promise<string> => {
  const settled = await outcome;
  return settled.ok ? 'done' : settled.error.code;
};

describe.each(ENGINES)('people and organisations on $name', ({ open }) => {
  let opened: Opened;
  let platform: Platform<PlatformStores>;
  let operators: House;
  let operator: string;

  beforeAll(async () => {
    opened = await open();
    platform = platformOn(opened.database);
    operators = await newPlatformHouse(platform);
    operator = await newMember(platform, operators, 'operator');
  });
  afterAll(() => opened?.close());

  const inHouse = (house: House, more = {}) => asPerson(house.administrator, house.organisation, more);

  describe('an invitation', () => {
    it('is listed while it is open, without what would open it', async () => {
      const house = await newHouse(platform);
      const invite = async (invitedAs: string, expiresAt = LATER) =>
        succeed(people.inviteMember(platform, inHouse(house), { role: 'officer', invitedAs, expiresAt }));
      const open = await invite('Open');
      const withdrawn = await invite('Withdrawn');
      await invite('Expires', '2026-11-22T12:00:01.000Z');
      const accepted = await invite('Accepted');
      await succeed(people.withdrawInvitation(platform, inHouse(house), withdrawn.invitationId));
      const person = asPerson(await newPerson(platform), undefined, { secret: accepted.secret });
      await succeed(people.acceptInvitation(platform, person, { knownAs: 'Accepted' }));
      const later = inHouse(house, { at: '2026-11-22T12:00:01.000Z' });
      expect(await succeed(people.listInvitations(platform, later))).toEqual([
        {
          ...{ invitationId: open.invitationId, role: 'officer', invitedAs: 'Open' },
          ...{ invitedBy: house.administrator, invitedAt: AT, expiresAt: LATER },
        },
      ]);
      const listed = await succeed(people.listInvitations(platform, inHouse(house)));
      expect(listed.map((one) => one.invitedAs).sort()).toEqual(['Expires', 'Open']);
    });

    it('serves once, for the role it names and no other', async () => {
      const house = await newHouse(platform);
      const { secret } = await succeed(
        people.inviteMember(platform, inHouse(house), { role: 'auditor', invitedAs: 'A', expiresAt: LATER }),
      );
      const [first, second] = [await newPerson(platform), await newPerson(platform)];
      await succeed(
        people.acceptInvitation(platform, asPerson(first, undefined, { secret }), { knownAs: 'First' }),
      );
      expect(
        await codeOf(
          people.acceptInvitation(platform, asPerson(second, undefined, { secret }), { knownAs: 'Second' }),
        ),
      ).toBe('PEOPLE_INVITATION_NOT_OPEN');
      const own = await succeed(people.listMemberships(platform, asPerson(first)));
      expect(own).toMatchObject([
        {
          organisation: house.organisation,
          knownAs: 'First',
          roles: ['auditor', 'member'],
          joinedAt: AT,
          endedAt: undefined,
        },
      ]);
    });

    it.each([
      ['expired', { at: '2026-12-22T12:00:00.000Z', provedAt: '2026-12-22T12:00:00.000Z' }],
      ['not that one', { secret: 'another' }],
      ['none at all', { secret: undefined }],
    ])('opens nothing when it is %s', async (_why, more) => {
      const house = await newHouse(platform);
      const { secret } = await succeed(
        people.inviteMember(platform, inHouse(house), { role: 'officer', invitedAs: 'A', expiresAt: LATER }),
      );
      const request = {
        ...asPerson(await newPerson(platform), undefined, { secret }),
        ...more,
      } as Parameters<typeof people.acceptInvitation>[1];
      expect(await codeOf(people.acceptInvitation(platform, request, { knownAs: 'X' }))).toBe(
        'PEOPLE_INVITATION_NOT_OPEN',
      );
    });

    it('opens nothing after it was withdrawn, and is withdrawn once', async () => {
      const house = await newHouse(platform);
      const { secret, invitationId } = await succeed(
        people.inviteMember(platform, inHouse(house), { role: 'officer', invitedAs: 'A', expiresAt: LATER }),
      );
      await succeed(people.withdrawInvitation(platform, inHouse(house), invitationId));
      expect(await codeOf(people.withdrawInvitation(platform, inHouse(house), invitationId))).toBe(
        'PEOPLE_NOT_FOUND',
      );
      const request = asPerson(await newPerson(platform), undefined, { secret });
      expect(await codeOf(people.acceptInvitation(platform, request, { knownAs: 'X' }))).toBe(
        'PEOPLE_INVITATION_NOT_OPEN',
      );
    });

    it('is stored without its secret', async () => {
      const house = await newHouse(platform);
      const { secret } = await succeed(
        people.inviteMember(platform, inHouse(house), { role: 'officer', invitedAs: 'A', expiresAt: LATER }),
      );
      const rows = await opened.look('SELECT * FROM invitations');
      expect(JSON.stringify(rows)).not.toContain(secret);
    });

    it('accepted by two at the same moment lets one in', async () => {
      const house = await newHouse(platform);
      const { secret } = await succeed(
        people.inviteMember(platform, inHouse(house), { role: 'officer', invitedAs: 'A', expiresAt: LATER }),
      );
      const both = [await newPerson(platform), await newPerson(platform)];
      const codes = await Promise.all(
        both.map((person) =>
          codeOf(
            people.acceptInvitation(platform, asPerson(person, undefined, { secret }), { knownAs: 'X' }),
          ),
        ),
      );
      // The other finds it taken, by the service or, a moment earlier, by the fence.
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect(['PEOPLE_INVITATION_NOT_OPEN', 'AUTHORISING_FENCED']).toEqual(
        expect.arrayContaining(codes.filter((code) => code !== 'done')),
      );
      const members = await succeed(people.listMembers(platform, inHouse(house)));
      expect(members).toHaveLength(2);
    });
  });

  describe('a delegation', () => {
    const during = { starts: '2026-11-23T00:00:00.000Z', ends: '2026-11-30T00:00:00.000Z' };
    async function lend() {
      const house = await newHouse(platform);
      const [auditor, stand] = [
        await newMember(platform, house, 'auditor'),
        await newMember(platform, house, 'member'),
      ];
      const lent = { to: stand, role: 'auditor', startsAt: during.starts, endsAt: during.ends } as const;
      const { delegationId } = await succeed(
        people.delegateRole(platform, asPerson(auditor, house.organisation), lent),
      );
      const asks = (at: string) =>
        codeOf(people.listInterests(platform, asPerson(stand, house.organisation, { at, provedAt: at })));
      return { house, auditor, stand, delegationId, asks };
    }

    it('lends the role from its first instant up to, not including, its last', async () => {
      const { asks } = await lend();
      expect(await asks('2026-11-22T23:59:59.999Z')).toBe('AUTHORISING_FORBIDDEN');
      expect(await asks(during.starts)).toBe('done');
      expect(await asks('2026-11-29T23:59:59.999Z')).toBe('done');
      expect(await asks(during.ends)).toBe('AUTHORISING_FORBIDDEN');
    });

    it('ends when it is taken back', async () => {
      const { house, auditor, delegationId, asks } = await lend();
      await succeed(people.revokeDelegation(platform, asPerson(auditor, house.organisation), delegationId));
      expect(await asks(during.starts)).toBe('AUTHORISING_FORBIDDEN');
    });

    it('ends when whoever lent the role loses it', async () => {
      const { house, auditor, asks } = await lend();
      await succeed(people.withdrawRole(platform, inHouse(house), { personId: auditor, role: 'auditor' }));
      expect(await asks(during.starts)).toBe('AUTHORISING_FORBIDDEN');
      expect((await succeed(people.listDelegations(platform, inHouse(house))))[0]?.revokedAt).toBe(AT);
    });

    it('ends with the membership of either', async () => {
      for (const who of ['auditor', 'stand'] as const) {
        const made = await lend();
        await succeed(people.endMembership(platform, inHouse(made.house), { personId: made[who] }));
        expect(await made.asks(during.starts)).toBe('AUTHORISING_FORBIDDEN');
      }
    });

    it('lends no role that one does not hold oneself, and none that one was lent', async () => {
      const { house, auditor, stand } = await lend();
      const lent = { startsAt: during.starts, endsAt: during.ends };
      expect(
        await codeOf(
          people.delegateRole(platform, asPerson(auditor, house.organisation), {
            ...lent,
            to: stand,
            role: 'administrator',
          }),
        ),
      ).toBe('PEOPLE_NOT_HELD');
      const request = asPerson(stand, house.organisation, { at: during.starts, provedAt: during.starts });
      expect(
        await codeOf(people.delegateRole(platform, request, { ...lent, to: auditor, role: 'auditor' })),
      ).toBe('PEOPLE_NOT_HELD');
    });
  });

  describe('an organisation', () => {
    it('keeps its last administrator', async () => {
      const house = await newHouse(platform);
      const given = { personId: house.administrator, role: 'administrator' } as const;
      expect(await codeOf(people.withdrawRole(platform, inHouse(house), given))).toBe(
        'PEOPLE_LAST_ADMINISTRATOR',
      );
      expect(await codeOf(people.endMembership(platform, inHouse(house), given))).toBe(
        'PEOPLE_LAST_ADMINISTRATOR',
      );
      const second = await newMember(platform, house, 'administrator');
      await succeed(people.withdrawRole(platform, asPerson(second, house.organisation), given));
      expect(await codeOf(people.listMembers(platform, inHouse(house)))).toBe('AUTHORISING_FORBIDDEN');
    });

    it('lets an administrator go who is not the last, by her own hand', async () => {
      for (const leave of [people.withdrawRole, people.endMembership]) {
        const house = await newHouse(platform);
        await newMember(platform, house, 'administrator');
        expect(
          await codeOf(
            leave(platform, inHouse(house), { personId: house.administrator, role: 'administrator' }),
          ),
        ).toBe('done');
        expect(await codeOf(people.listMembers(platform, inHouse(house)))).toBe('AUTHORISING_FORBIDDEN');
      }
    });

    it('keeps one of two administrators who remove each other at the same moment', async () => {
      const house = await newHouse(platform);
      const second = await newMember(platform, house, 'administrator');
      const remove = (who: string, whom: string) =>
        codeOf(
          people.withdrawRole(platform, asPerson(who, house.organisation), {
            personId: whom,
            role: 'administrator',
          }),
        );
      const codes = await Promise.all([
        remove(house.administrator, second),
        remove(second, house.administrator),
      ]);
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      const left = await opened.look(
        `SELECT person_id FROM member_roles WHERE role = 'administrator' AND organisation_id = $1`,
        [house.organisation],
      );
      expect(left).toHaveLength(1);
    });

    it('has a place in a hierarchy when both say so', async () => {
      const [university, school] = [await newHouse(platform), await newHouse(platform)];
      expect(await codeOf(confirmChild(platform, inHouse(university), school.organisation))).toBe(
        'INSTITUTIONS_NOT_CLAIMED',
      );
      await succeed(claimParent(platform, inHouse(school), university.organisation));
      const link = { child: school.organisation, parent: university.organisation };
      expect((await succeed(showOrganisation(platform, ANYBODY, school.organisation))).links).toEqual([
        { ...link, isConfirmed: false },
      ]);
      await succeed(confirmChild(platform, inHouse(university), school.organisation));
      for (const end of [school, university])
        expect((await succeed(showOrganisation(platform, ANYBODY, end.organisation))).links).toEqual([
          { ...link, isConfirmed: true },
        ]);
    });

    it('is found by a part of its name as it stands, and people’s own tenants never are', async () => {
      const registrar = asPerson(await newPerson(platform));
      const register = (name: string) =>
        succeed(
          registerOrganisation(platform, registrar, { kind: 'hospital', name, country: 'KE', knownAs: 'R' }),
        );
      const { organisation } = await register('100% Élan_Clinic');
      const plain = await register('1000 Elan Clinics');
      const find = async (words: string, more = {}) =>
        (await succeed(findOrganisations(platform, registrar, { words, limit: 50, ...more }))).map(
          (one) => one.organisation,
        );
      expect(await find('élan_clin')).toEqual([organisation]);
      expect(await find('100%')).toEqual([organisation]);
      for (const pattern of ['.*', '1000|', 'e[l]', '(', '\\d', 'clinic$'])
        expect(await find(pattern)).toEqual([]);
      expect(await find('ÉLAN')).toEqual([organisation]);
      expect(await find('ELAN CLIN')).toEqual([plain.organisation]);
      expect((await find('clinic')).sort()).toEqual([organisation, plain.organisation].sort());
      expect(await find('clinic', { limit: 1 })).toHaveLength(1);
      expect(await find('own tenant')).toEqual([]);
      const asOperator = asPerson(operator, operators.organisation);
      await succeed(
        verifyOrganisation(platform, asOperator, {
          ...{ subject: organisation, method: 'in-person', evidence: 'seen' },
        }),
      );
      expect(await find('clinic', { standing: 'unverified' })).toEqual([plain.organisation]);
      expect(await find('Testamur', { standing: 'unverified' })).toEqual([]);
      const found = await succeed(findOrganisations(platform, registrar, { words: 'élan', limit: 1 }));
      expect(found).toEqual([
        { organisation, kind: 'hospital', name: '100% Élan_Clinic', country: 'KE', isVerified: true },
      ]);
      for (const limit of [0, 51, 1.5])
        expect(await codeOf(findOrganisations(platform, registrar, { limit }))).toBe('AUTHORISING_INPUT');
    });

    it('names those with whom it hangs together, and who vouches for it', async () => {
      const [above, below] = [await newHouse(platform, 'ministry'), await newHouse(platform, 'hospital')];
      await succeed(claimParent(platform, inHouse(below), above.organisation));
      await succeed(
        verifyOrganisation(platform, asPerson(operator, operators.organisation), {
          ...{ subject: below.organisation, method: 'in-person', evidence: 'seen' },
        }),
      );
      const { neighbours } = await succeed(showOrganisation(platform, ANYBODY, below.organisation));
      expect(neighbours).toEqual([
        { organisation: operators.organisation, name: 'Testamur' },
        { organisation: above.organisation, name: 'A fictional ministry' },
      ]);
    });

    it('is verified by an operator, with how and by whom, until that is withdrawn', async () => {
      const school = await newHouse(platform);
      const request = asPerson(operator, operators.organisation);
      const given = {
        subject: school.organisation,
        method: 'register-extract',
        evidence: 'entry 12 of a fictional register',
      } as const;
      const { verificationId } = await succeed(verifyOrganisation(platform, request, given));
      const shown = await succeed(showOrganisation(platform, ANYBODY, school.organisation));
      expect(shown.verifications).toEqual([
        {
          verificationId,
          by: operators.organisation,
          ...given,
          verifiedBy: operator,
          verifiedAt: AT,
          withdrawnAt: undefined,
        },
      ]);
      await succeed(
        withdrawVerification(platform, request, { verificationId, reason: 'the register was corrected' }),
      );
      expect(
        (await succeed(showOrganisation(platform, ANYBODY, school.organisation))).verifications[0]
          ?.withdrawnAt,
      ).toBe(AT);
    });

    it.each([['services check'], ['row-level security checks alone']])(
      'is not verified by whoever declared an interest in it: %s',
      async (which) => {
        const school = await newHouse(platform);
        const interested = await newMember(platform, operators, 'operator');
        const request = asPerson(interested, operators.organisation);
        await succeed(
          people.declareInterest(platform, request, {
            subject: school.organisation,
            nature: 'studies',
            statement: 'I studied there',
          }),
        );
        const hidden: Platform<PlatformStores> = {
          ...platform,
          unitOfWork: (act, asked, work) =>
            platform.unitOfWork(act, asked, (stores) =>
              work({ ...stores, people: { ...stores.people, listInterests: async () => [] } }),
            ),
        };
        const given = { subject: school.organisation, method: 'in-person', evidence: 'seen' } as const;
        const code = await codeOf(
          verifyOrganisation(which === 'services check' ? platform : hidden, request, given),
        );
        expect(code).toBe(
          which === 'services check' ? 'INSTITUTIONS_CONFLICT_OF_INTEREST' : 'AUTHORISING_FENCED',
        );
      },
    );

    it('of the platform is made once; another link can be printed, for the same one', async () => {
      const again = await succeed(foundPlatform(platform, CONSOLE, { name: 'Again', expiresAt: LATER }));
      expect(again.organisation).toBe(operators.organisation);
      expect(await opened.look(`SELECT name FROM organisations WHERE kind = 'platform'`)).toEqual([
        { name: 'Testamur' },
      ]);
    });
  });

  describe('four eyes', () => {
    async function house() {
      const made = await newHouse(platform);
      const approver = await newMember(platform, made, 'approver');
      const invited = { role: 'officer', invitedAs: 'Z', expiresAt: LATER } as const;
      await succeed(
        setApprovalPolicy(platform, inHouse(made), { act: 'people.invite-member', approvals: 1 }),
      );
      const { requestId } = await succeed(
        requestApproval(platform, inHouse(made), {
          act: 'people.invite-member',
          content: invited,
          expiresAt: LATER,
        }),
      );
      const decide = (person: string, approves: boolean) =>
        codeOf(
          decideApproval(platform, asPerson(person, made.organisation), {
            requestId,
            approves,
            reason: 'looked at it',
          }),
        );
      const invite = (more = {}, changed = {}) =>
        codeOf(people.inviteMember(platform, inHouse(made, more), { ...invited, ...changed }));
      return { made, approver, requestId, decide, invite };
    }

    it('is asked for act by act, and can be taken back', async () => {
      const { made, approver } = await house();
      const list = () => succeed(listApprovalPolicies(platform, asPerson(approver, made.organisation)));
      expect(await list()).toEqual([{ act: 'people.invite-member', approvals: 1 }]);
      const set = { act: 'people.invite-member', approvals: 0 } as const;
      await succeed(setApprovalPolicy(platform, inHouse(made), set));
      expect(await list()).toEqual([{ act: 'people.invite-member', approvals: 0 }]);
      const open = { role: 'officer', invitedAs: 'Z', expiresAt: LATER } as const;
      expect(await codeOf(people.inviteMember(platform, inHouse(made), open))).toBe('done');
    });

    it('lets an act through once, after somebody else approved it', async () => {
      const { approver, requestId, decide, invite } = await house();
      expect(await invite()).toBe('AUTHORISING_APPROVAL_NEEDED');
      expect(await invite({ approval: requestId })).toBe('AUTHORISING_APPROVAL_UNFIT');
      expect(await decide(approver, true)).toBe('done');
      expect(await decide(approver, true)).toBe('AUTHORISING_APPROVAL_UNFIT');
      expect(await invite({ approval: requestId })).toBe('done');
      expect(await invite({ approval: requestId })).toBe('AUTHORISING_APPROVAL_UNFIT');
    });

    it('knows no approval of one’s own request, of other values, of a refused one, after its end', async () => {
      const own = await house();
      expect(await own.decide(own.made.administrator, true)).toBe('AUTHORISING_OWN_REQUEST');
      expect(await own.decide(own.approver, true)).toBe('done');
      expect(await own.invite({ approval: own.requestId }, { role: 'administrator' })).toBe(
        'AUTHORISING_APPROVAL_UNFIT',
      );
      expect(
        await own.invite(
          { approval: own.requestId, at: '2026-12-23T00:00:00.000Z' },
          { expiresAt: '2027-01-01T00:00:00.000Z' },
        ),
      ).toBe('AUTHORISING_APPROVAL_UNFIT');
      const refused = await house();
      expect(await refused.decide(refused.approver, false)).toBe('done');
      expect(await refused.invite({ approval: refused.requestId })).toBe('AUTHORISING_APPROVAL_UNFIT');
      const listed = await succeed(listApprovals(platform, inHouse(refused.made)));
      expect(listed).toMatchObject([
        {
          requestId: refused.requestId,
          isUsed: false,
          decisions: [{ approves: false, reason: 'looked at it' }],
        },
      ]);
    });

    it('is not that of whoever would be given the role, who may only refuse it', async () => {
      const { made, approver } = await house();
      const freely = { act: 'people.invite-member', approvals: 0 } as const;
      await succeed(setApprovalPolicy(platform, inHouse(made), freely));
      const second = await newMember(platform, made, 'approver');
      const content = { personId: approver, role: 'officer' } as const;
      await succeed(setApprovalPolicy(platform, inHouse(made), { act: 'people.assign-role', approvals: 1 }));
      const ask = async () =>
        (
          await succeed(
            requestApproval(platform, inHouse(made), {
              ...{ act: 'people.assign-role', content, expiresAt: LATER },
            }),
          )
        ).requestId;
      const decide = (person: string, requestId: string, approves: boolean) =>
        codeOf(
          decideApproval(platform, asPerson(person, made.organisation), {
            ...{ requestId, approves, reason: 'looked at it' },
          }),
        );
      const assign = (approval: string) =>
        codeOf(people.assignRole(platform, inHouse(made, { approval }), content));
      const requestId = await ask();
      expect(await decide(approver, requestId, true)).toBe('AUTHORISING_OWN_GAIN');
      expect(await assign(requestId)).toBe('AUTHORISING_APPROVAL_UNFIT');
      expect(await decide(second, requestId, true)).toBe('done');
      expect(await assign(requestId)).toBe('done');
      expect(await decide(approver, await ask(), false)).toBe('done');
    });

    it('holds by row-level security alone, when the service forgets to look', async () => {
      const { made, approver, requestId, decide } = await house();
      const forgetful: Platform<PlatformStores> = {
        ...platform,
        unitOfWork: (act, asked, work) =>
          platform.unitOfWork(act, asked, (stores) =>
            work({ ...stores, approvals: { ...stores.approvals, countNeeded: async () => 0 } }),
          ),
      };
      const invite = (more = {}) =>
        codeOf(
          people.inviteMember(forgetful, inHouse(made, more), {
            role: 'officer',
            invitedAs: 'Z',
            expiresAt: LATER,
          }),
        );
      expect(await invite()).toBe('AUTHORISING_FENCED');
      expect(await invite({ approval: requestId })).toBe('AUTHORISING_FENCED');
      await decide(approver, true);
      // Approved, yet not used up in this transaction: what serves once must be seen to be used.
      expect(await invite({ approval: requestId })).toBe('AUTHORISING_FENCED');
    });
  });

  it('lets a program act within its scopes, until it is stopped', async () => {
    const house = await newHouse(platform);
    const { accountId } = await succeed(
      people.createServiceAccount(platform, inHouse(house), {
        name: 'exporter',
        scopes: ['auditing.list-events'],
      }),
    );
    const { listEvents } = await import('@testamur/services/auditing');
    const request = {
      actor: { kind: 'service-account', id: accountId },
      organisation: house.organisation,
      at: AT,
      site: 'test',
    } as const;
    const events = await succeed(listEvents(platform, request, { after: 0, limit: 100 }));
    expect(events.length).toBeGreaterThan(3);
    expect(await codeOf(people.listMembers(platform, request))).toBe('AUTHORISING_FORBIDDEN');
    await succeed(people.disableServiceAccount(platform, inHouse(house), accountId));
    expect(await codeOf(listEvents(platform, request, { after: 0, limit: 100 }))).toBe(
      'AUTHORISING_FORBIDDEN',
    );
    expect(await succeed(people.listServiceAccounts(platform, inHouse(house)))).toMatchObject([
      { accountId, name: 'exporter', scopes: ['auditing.list-events'], disabledAt: AT },
    ]);
    expect(
      await codeOf(
        people.createServiceAccount(platform, inHouse(house), { name: 'x', scopes: ['people.assign-role'] }),
      ),
    ).toBe('AUTHORISING_INPUT');
  });

  it('keeps and corrects a person’s own record', async () => {
    const person = await newPerson(platform, 'Łukasz Ómarsdóttir');
    expect(await succeed(people.showProfile(platform, asPerson(person)))).toEqual({
      personId: person,
      displayName: 'Łukasz Ómarsdóttir',
      mail: 'test@example.org',
      language: 'en',
    });
    await succeed(
      people.correctProfile(platform, asPerson(person), {
        personId: person,
        displayName: '李 明',
        language: 'zh',
      }),
    );
    expect(await succeed(people.showProfile(platform, asPerson(person)))).toEqual({
      personId: person,
      displayName: '李 明',
      mail: undefined,
      language: 'zh',
    });
    const other = await newPerson(platform);
    expect(
      await codeOf(
        people.correctProfile(platform, asPerson(other), {
          personId: person,
          displayName: 'Stolen',
          language: 'en',
        }),
      ),
    ).toBe('PEOPLE_NOT_FOUND');
  });

  it('asks for a fresh proof of who one is before a dangerous act', async () => {
    const house = await newHouse(platform);
    const given = { personId: house.administrator, role: 'auditor' } as const;
    for (const [provedAt, code] of [
      [undefined, 'AUTHORISING_STEP_UP'],
      ['2026-11-22T11:54:59.999Z', 'AUTHORISING_STEP_UP'],
      ['2026-11-22T12:00:00.001Z', 'AUTHORISING_STEP_UP'],
      ['2026-11-22T11:55:00.000Z', 'done'],
    ] as const) {
      const { provedAt: _fresh, ...stale } = inHouse(house);
      expect([
        provedAt,
        await codeOf(
          people.assignRole(platform, provedAt === undefined ? stale : { ...stale, provedAt }, given),
        ),
      ]).toEqual([provedAt, code]);
    }
  });
});
