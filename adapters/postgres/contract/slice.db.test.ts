import { listEvents, verifyChain } from '@testamur/services/auditing';
import { assignRole, listMembers } from '@testamur/services/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import { asPerson, newHouse, newMember, platformOn } from './platform.fixture.ts';

describe.each(ENGINES)('one organisation on $name', ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  it('is registered, invites a member, gives her a role; every step is in its chain', async () => {
    const platform = platformOn(opened.database);
    const house = await newHouse(platform);
    const officer = await newMember(platform, house, 'officer');
    const asAdministrator = asPerson(house.administrator, house.organisation, { reason: 'she stands in' });
    await succeed(assignRole(platform, asAdministrator, { personId: officer, role: 'auditor' }));
    const members = await succeed(listMembers(platform, asAdministrator));
    expect(members.map((one) => [one.personId, one.roles])).toEqual(
      expect.arrayContaining([
        [house.administrator, ['administrator', 'member']],
        [officer, ['auditor', 'member', 'officer']],
      ]),
    );
    const events = await succeed(
      listEvents(platform, asPerson(officer, house.organisation), { after: 0, limit: 100 }),
    );
    expect(verifyChain(events).faults).toEqual([]);
    const given = events
      .map((one) => ({ ...JSON.parse(one.event), reason: one.reason }))
      .find(
        ({ act, action, entities }) =>
          act === 'people.assign-role' && action === 'C' && entities[0]?.what === 'member_roles',
      );
    expect(given).toMatchObject({
      action: 'C',
      outcome: '0',
      agent: { kind: 'person', id: house.administrator, organisation: house.organisation },
      reason: 'she stands in',
      entities: [
        {
          what: 'member_roles',
          key: { person_id: officer, role: 'auditor' },
          new: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });
});
