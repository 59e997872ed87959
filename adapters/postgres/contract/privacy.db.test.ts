import { listOwnEvents, verifyChain } from '@testamur/services/auditing';
import {
  acceptInvitation,
  assignRole,
  inviteMember,
  listMembers,
  showProfile,
} from '@testamur/services/people';
import {
  decideRequest,
  erasePerson,
  eraseSelf,
  exportOwnData,
  giveConsent,
  liftRestriction,
  listConsents,
  listOwnRequests,
  listRequests,
  restrictProcessing,
  reviewRefusal,
  sendRequest,
  withdrawConsent,
} from '@testamur/services/privacy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleKeys } from '../settle-keys.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import {
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

describe.each(ENGINES)('what people may do about their data on $name', ({ open }) => {
  let opened: Opened;
  let house: House;
  let operators: { readonly house: House; readonly first: string; readonly second: string };
  const platform = () => platformOn(opened.database);

  beforeAll(async () => {
    opened = await open();
    house = await newHouse(platform());
    const own = await newPlatformHouse(platform());
    const first = await newMember(platform(), own, 'operator');
    operators = { house: own, first, second: await newMember(platform(), own, 'operator') };
  });
  afterAll(() => opened?.close());
  const asOperator = (which: 'first' | 'second') => asPerson(operators[which], operators.house.organisation);

  describe('erasure', () => {
    it('makes everything about her unreadable at once, ends what she was, and leaves others as they were', async () => {
      const person = await newPerson(platform(), 'Dr Gone');
      const { secret, invitationId } = await succeed(
        inviteMember(platform(), asPerson(house.administrator, house.organisation), {
          role: 'officer',
          invitedAs: 'Gone too',
          expiresAt: LATER,
        }),
      );
      await succeed(
        acceptInvitation(platform(), asPerson(person, undefined, { secret }), { knownAs: 'Gone' }),
      );
      const receipt = await succeed(eraseSelf(platform(), asPerson(person), { personId: person }));
      expect(receipt).toMatchObject({ person, keysDestroyed: 2, membershipsEnded: 1 });
      expect(opened.database.keys.find(person).state).toBe('destroyed');
      expect(opened.database.keys.find(invitationId).state).toBe('destroyed');
      const members = await succeed(
        listMembers(platform(), asPerson(house.administrator, house.organisation)),
      );
      expect(members.find((one) => one.personId === person)).toMatchObject({
        knownAs: '(erased)',
        endedAt: expect.any(String),
      });
      expect(members.find((one) => one.personId === house.administrator)?.knownAs).toBe('Administrator');
      expect((await succeed(showProfile(platform(), asPerson(person)))).displayName).toBe('(erased)');
      const events = await succeed(listOwnEvents(platform(), asPerson(person), { after: 0, limit: 100 }));
      expect(verifyChain(events).faults).toEqual([]);
    });

    it('lets nothing more be written about her', async () => {
      const person = await newPerson(platform());
      await succeed(eraseSelf(platform(), asPerson(person), { personId: person }));
      const again = await sendRequest(platform(), asPerson(person), { kind: 'access', statement: 'hello' });
      expect(again).toMatchObject({ ok: false, error: { code: 'AUTHORISING_FORBIDDEN' } });
    });

    it('waits for a fresh proof, for her own id, and for another administrator', async () => {
      const person = await newPerson(platform());
      const stale = await eraseSelf(
        platform(),
        { ...asPerson(person), provedAt: '2026-11-22T11:00:00.000Z' },
        { personId: person },
      );
      expect(stale).toMatchObject({ error: { code: 'AUTHORISING_STEP_UP' } });
      const other = await eraseSelf(platform(), asPerson(person), { personId: house.administrator });
      expect(other).toMatchObject({ error: { code: 'PRIVACY_NOT_FOUND' } });
      const alone = await eraseSelf(platform(), asPerson(house.administrator), {
        personId: house.administrator,
      });
      expect(alone).toMatchObject({ error: { code: 'PRIVACY_LAST_ADMINISTRATOR' } });
      expect(opened.database.keys.find(house.administrator).state).toBe('alive');
      const next = await newMember(platform(), house, 'member');
      await succeed(
        assignRole(platform(), asPerson(house.administrator, house.organisation), {
          personId: next,
          role: 'administrator',
        }),
      );
      const leaving = await newMember(platform(), house, 'administrator');
      await succeed(eraseSelf(platform(), asPerson(leaving), { personId: leaving }));
    });

    it('is carried out at the console by letter', async () => {
      const person = await newPerson(platform(), 'Dr Letter');
      const given = { personId: person, reason: 'her letter of 3 November' };
      expect(await succeed(erasePerson(platform(), CONSOLE, given))).toMatchObject({
        person,
        keysDestroyed: 1,
      });
      // Again does no harm, and tells the same.
      expect(await succeed(erasePerson(platform(), CONSOLE, given))).toMatchObject({ membershipsEnded: 0 });
      expect(opened.database.keys.find(person).state).toBe('destroyed');
      const nobody = { ...given, personId: '99999999-9999-4999-8999-999999999999' };
      expect(await erasePerson(platform(), CONSOLE, nobody)).toMatchObject({
        error: { code: 'PRIVACY_NOT_FOUND' },
      });
    });

    it('is settled at the next start when the process died before the key did', async () => {
      const person = await newPerson(platform(), 'Dr Interrupted');
      const dying = { ...platform(), personKeys: { destroy: () => undefined, restrict: () => undefined } };
      await succeed(eraseSelf(dying, asPerson(person), { personId: person }));
      expect(opened.database.keys.find(person).state).toBe('alive');
      const settled = await succeed(settleKeys(opened.database));
      expect(settled.destroyed).toBe(1);
      expect(opened.database.keys.find(person).state).toBe('destroyed');
      expect((await succeed(settleKeys(opened.database))).destroyed).toBe(0);
    });
  });

  it('export: she gets every word about her, and no hash of a secret', async () => {
    const person = await newPerson(platform(), 'Dr Export');
    await succeed(
      sendRequest(platform(), asPerson(person), { kind: 'objection', statement: 'not for this' }),
    );
    await succeed(giveConsent(platform(), asPerson(person), { purpose: 'research', language: 'pt' }));
    const exported = await succeed(exportOwnData(platform(), asPerson(person)));
    const rows = Object.fromEntries(exported.records.map((one) => [one.table, one.rows]));
    expect(rows['people']).toMatchObject([
      { display_name: 'Dr Export', mail: 'test@example.org', language: 'en' },
    ]);
    expect(rows['privacy_requests']).toMatchObject([{ kind: 'objection', statement: 'not for this' }]);
    expect(rows['consent_events']).toMatchObject([{ purpose: 'research', state: 'given' }]);
    expect(rows['audit_events']?.length).toBeGreaterThan(2);
    expect(JSON.stringify(exported)).not.toMatch(/token_hash|_lookup|sealed:1:/);
    expect(exported.records.every((one) => one.basis.startsWith('GDPR '))).toBe(true);
  });

  it('restriction: her name is hidden from others and not from herself, until she lifts it', async () => {
    const person = await newMember(platform(), house, 'auditor');
    const shown = async () =>
      (await succeed(listMembers(platform(), asPerson(house.administrator, house.organisation)))).find(
        (one) => one.personId === person,
      );
    await succeed(restrictProcessing(platform(), asPerson(person)));
    expect(await shown()).toMatchObject({ knownAs: '(restricted)', roles: ['auditor', 'member'] });
    expect((await succeed(showProfile(platform(), asPerson(person)))).displayName).toBe('The auditor');
    await succeed(liftRestriction(platform(), asPerson(person)));
    expect(await shown()).toMatchObject({ knownAs: 'auditor' });
  });

  it('consent: receipts of what was given and withdrawn, in order; nothing else can be agreed to', async () => {
    const person = await newPerson(platform());
    const consent = { purpose: 'research', language: 'sw' } as const;
    const given = await succeed(giveConsent(platform(), asPerson(person), consent));
    expect(given).toMatchObject({
      pii_principal_id: person,
      party_identification: [{ party_id: operators.house.organisation, role: 'controller' }],
      events: [{ event_state: 'given' }],
    });
    const later = asPerson(person, undefined, { at: '2026-11-22T12:00:01.000Z' });
    await succeed(withdrawConsent(platform(), later, consent));
    const [receipt, ...others] = await succeed(listConsents(platform(), asPerson(person)));
    expect(others).toEqual([]);
    expect(receipt?.events.map((event) => event.event_state)).toEqual(['given', 'withdrawn']);
    expect(receipt?.record_id).toBe(given.record_id);
    const other = { purpose: 'account', language: 'en' } as const;
    expect(await giveConsent(platform(), asPerson(person), other)).toMatchObject({
      error: { code: 'AUTHORISING_INPUT' },
    });
  });

  it('a refusal stands only when somebody else upholds it', async () => {
    const person = await newPerson(platform());
    const { requestId } = await succeed(
      sendRequest(platform(), asPerson(person), { kind: 'erasure', statement: 'all of it' }),
    );
    const state = async () =>
      (await succeed(listOwnRequests(platform(), asPerson(person)))).map((one) => one.state);
    expect(await state()).toEqual(['open']);
    const refusal = { requestId, grants: false, reason: 'a court asked to keep it' };
    await succeed(decideRequest(platform(), asOperator('first'), refusal));
    expect(await state()).toEqual(['refusal-under-review']);
    expect(await decideRequest(platform(), asOperator('second'), refusal)).toMatchObject({
      error: { code: 'PRIVACY_DECIDED' },
    });
    const review = { requestId, upholds: true, reason: 'seen the order' };
    expect(await reviewRefusal(platform(), asOperator('first'), review)).toMatchObject({
      error: { code: 'PRIVACY_OWN_REFUSAL' },
    });
    // The database refuses it too, whatever the service lets through.
    const blind = {
      ...platform(),
      authorise: () => undefined,
      unitOfWork: platform().unitOfWork,
    };
    expect(await reviewRefusal(blind, asPerson(person), review)).toMatchObject({ ok: false });
    await succeed(reviewRefusal(platform(), asOperator('second'), review));
    expect(await state()).toEqual(['refused']);
    const all = await succeed(listRequests(platform(), asOperator('first')));
    expect(all.find((one) => one.requestId === requestId)).toMatchObject({
      statement: 'all of it',
      decision: { reason: 'a court asked to keep it' },
      review: { reviewedBy: operators.second },
    });
  });
});
