import { randomUUID } from 'node:crypto';
import { inviteMember, listMembers, registerPerson } from '@testamur/services/people';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnitOfWork } from '../acting/run-act.ts';
import { claimRequest, keepAnswer, releaseRequest } from '../idempotency/claim-request.ts';
import { placeOf, unseal } from '../sealing/cipher.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import {
  ANYBODY,
  AT,
  asPerson,
  type House,
  LATER,
  newHouse,
  newPerson,
  platformOn,
} from './platform.fixture.ts';

const HASHES = ['a', 'b'].map((letter) => `sha256:${letter.repeat(64)}`);
const later = (seconds: number) => new Date(Date.parse(AT) + seconds * 1_000).toISOString();

describe.each(ENGINES)('a repeated request on $name', ({ open }) => {
  let opened: Opened;
  let house: House;
  beforeAll(async () => {
    opened = await open();
    house = await newHouse(platformOn(opened.database));
  });
  afterAll(() => opened?.close());

  const request = (more = {}) => asPerson(house.administrator, house.organisation, more);
  const invite = (key: string, platform = platformOn(opened.database)) =>
    inviteMember(platform, request({ idempotencyKey: key }), {
      role: 'officer',
      invitedAs: key,
      expiresAt: LATER,
    });
  const claim = (key: string, hash = HASHES[0] ?? '', at = AT) =>
    succeed(claimRequest(opened.database, { request: request({ at }), key }, hash));
  /** What is written in them is enciphered. */
  const invitations = async (key: string) => {
    const rows = await opened.look<{ house: string; id: string; name: string }>(
      'SELECT organisation_id AS house, invitation_id AS id, invited_as AS name FROM invitations',
    );
    const named = rows.map(({ house, id, name }) =>
      unseal(
        opened.database.keys,
        { place: placeOf('invitations', 'invited_as', [house, id]), reader: undefined },
        name,
      ),
    );
    return named.filter((found) => found.state === 'plain' && found.text === key).length;
  };

  it('is done once and answered as the first time, secret included, however often and at whatever time', async () => {
    const key = randomUUID();
    expect(await claim(key)).toEqual({ state: 'begun' });
    const first = await succeed(invite(key));
    const again = await Promise.all([1, 2, 3].map(() => succeed(invite(key))));
    expect(again).toEqual([first, first, first]);
    expect(await invitations(key)).toBe(1);
  });

  it('of a process that died between the act and its answer finds the act done', async () => {
    const key = randomUUID();
    await claim(key);
    const first = await succeed(invite(key));
    expect(await claim(key)).toEqual({ state: 'busy' });
    expect(await claim(key, HASHES[0], later(61))).toEqual({ state: 'begun' });
    expect(await succeed(invite(key))).toEqual(first);
    expect(await invitations(key)).toBe(1);
  });

  it('of an act that was undone is done: nothing was remembered of it', async () => {
    const key = randomUUID();
    await claim(key);
    const unitOfWork = openUnitOfWork(opened.database, {
      beforeCommit: async (trx) => {
        await sql`DO $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = 'P0001'; END $$`.execute(trx);
      },
    });
    await expect(invite(key, { ...platformOn(opened.database), unitOfWork })).rejects.toMatchObject({
      code: 'P0001',
    });
    await succeed(invite(key));
    expect(await invitations(key)).toBe(1);
  });

  it('keeps what was answered so that the database alone does not tell it', async () => {
    const key = randomUUID();
    await claim(key);
    const { secret } = await succeed(invite(key));
    await succeed(keepAnswer(opened.database, { request: request(), key }, JSON.stringify({ secret })));
    const rows = await opened.look<{ text: string }>('SELECT k::text AS text FROM idempotency_keys k');
    expect(rows.map((row) => row.text).join()).not.toContain(secret);
    expect(rows.map((row) => row.text).join()).not.toContain(key);
    expect(await claim(key)).toEqual({ state: 'answered', answer: JSON.stringify({ secret }) });
  });

  it('belongs to whoever made it: the same key of somebody else is another', async () => {
    const key = randomUUID();
    await claim(key);
    const platform = platformOn(opened.database);
    const other = asPerson(await newPerson(platform));
    expect(await succeed(claimRequest(opened.database, { request: other, key }, HASHES[1] ?? ''))).toEqual({
      state: 'begun',
    });
    expect(
      await listMembers(platform, { ...other, organisation: house.organisation, idempotencyKey: key }),
    ).toMatchObject({
      ok: false,
    });
  });

  it('of nobody in particular is not remembered', async () => {
    const platform = platformOn(opened.database);
    const newcomer = { displayName: 'Twice', language: 'en' };
    const asked = { ...ANYBODY, idempotencyKey: randomUUID() };
    const [one, two] = [
      await succeed(registerPerson(platform, asked, newcomer)),
      await succeed(registerPerson(platform, asked, newcomer)),
    ];
    expect(one.personId).not.toBe(two.personId);
  });

  it('follows its rules in whatever order requests, answers, refusals and hours come', async () => {
    type Step = { do: 'claim' | 'answer' | 'release'; hash: number; seconds: number };
    const step: fc.Arbitrary<Step> = fc.record({
      do: fc.constantFrom('claim', 'claim', 'answer', 'release'),
      hash: fc.integer({ min: 0, max: 1 }),
      seconds: fc.constantFrom(0, 10, 61, 90_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const key = randomUUID();
        let now = 0;
        let kept: { hash: number; madeAt: number; claimedAt: number; answer?: string } | undefined;
        for (const [place, one] of steps.entries()) {
          now += one.seconds;
          const keyed = { request: request({ at: later(now) }), key };
          if (one.do === 'claim') {
            if (kept && now - kept.madeAt >= 86_400) kept = undefined;
            const expected = !kept
              ? { state: 'begun' }
              : kept.hash !== one.hash
                ? { state: 'other' }
                : kept.answer !== undefined
                  ? { state: 'answered', answer: kept.answer }
                  : now - kept.claimedAt < 60
                    ? { state: 'busy' }
                    : { state: 'begun' };
            if (expected.state === 'begun')
              kept = { hash: one.hash, madeAt: kept?.madeAt ?? now, claimedAt: now };
            expect(await claim(key, HASHES[one.hash], later(now))).toEqual(expected);
          } else if (one.do === 'answer') {
            await succeed(keepAnswer(opened.database, keyed, `answer ${place}`));
            if (kept) kept.answer = `answer ${place}`;
          } else {
            await succeed(releaseRequest(opened.database, keyed));
            if (kept) kept.claimedAt = Number.NEGATIVE_INFINITY;
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
