import { takeMessage } from '@testamur/services/messaging';
import { acceptInvitation, inviteMember, withdrawInvitation } from '@testamur/services/people';
import { listJobs } from '@testamur/services/working';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetExpired } from '../forget-expired.ts';
import { LETTER_DAYS, letterKeyOf } from '../sealing/letter-key.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import {
  AT,
  asPerson,
  CONSOLE,
  type House,
  newHouse,
  newPerson,
  platformOn,
  type TestPlatform,
} from './platform.fixture.ts';

const after = (days: number): string => new Date(Date.parse(AT) + days * 86_400_000).toISOString();

describe.each(ENGINES)('what is kept for a time only, on $name', ({ open }) => {
  let opened: Opened;
  let platform: TestPlatform;
  let house: House;

  beforeAll(async () => {
    opened = await open();
    platform = platformOn(opened.database);
    house = await newHouse(platform);
  });
  afterAll(() => opened?.close());

  const inHouse = () => asPerson(house.administrator, house.organisation);
  const invite = () =>
    succeed(
      inviteMember(platform, inHouse(), {
        ...{ role: 'officer', invitedAs: 'Dr Invited', expiresAt: after(7) },
        mail: { address: 'invited@example.org', language: 'en' },
      }),
    );
  const stateOf = (subject: string) => opened.database.keys.find(subject).state;
  const forget = (days: number) => succeed(forgetExpired(opened.database, after(days)));

  it('is the name of whoever was invited and did not come: thirty days after the end, not a day before', async () => {
    const [expired, withdrawn, taken] = [await invite(), await invite(), await invite()];
    await succeed(withdrawInvitation(platform, { ...inHouse(), at: after(1) }, withdrawn.invitationId));
    const person = await newPerson(platform);
    await succeed(
      acceptInvitation(platform, asPerson(person, undefined, { secret: taken.secret }), { knownAs: 'T' }),
    );
    const states = () => [expired, withdrawn, taken].map(({ invitationId }) => stateOf(invitationId));
    expect(await forget(30.9)).toMatchObject({ invitations: 0 });
    expect(states()).toEqual(['alive', 'alive', 'alive']);
    expect(await forget(31)).toMatchObject({ invitations: 1 });
    expect(states()).toEqual(['alive', 'destroyed', 'alive']);
    expect(await forget(36.9)).toMatchObject({ invitations: 0 });
    await forget(37);
    expect(states()).toEqual(['destroyed', 'destroyed', 'alive']);
    expect(await forget(37)).toEqual({ invitations: 0, letterDays: 0 });
  });

  it('is the key of a day’s letters: what is left of one can then be read by nobody, and is not sent', async () => {
    // The day before: the other tests write their letters on the day itself.
    const yesterday = '2026-10-21T12:00:00.000Z';
    const old = { ...inHouse(), at: yesterday };
    const mail = { address: 'old@example.org', language: 'en' };
    await succeed(
      inviteMember(platform, old, { role: 'officer', invitedAs: 'x', expiresAt: after(300), mail }),
    );
    const jobs = await succeed(listJobs(platform, CONSOLE, ['waiting']));
    const bodies = await opened.look<{ message_id: string; body: string }>(
      `SELECT message_id, body::text AS body FROM outbox WHERE created_at = $1`,
      [yesterday],
    );
    const message = bodies[0]?.message_id ?? '';
    expect(jobs.some((job) => job.message === message)).toBe(true);
    expect(bodies[0]?.body).toContain(letterKeyOf(yesterday));
    const asWorker = {
      actor: { kind: 'worker' },
      organisation: house.organisation,
      at: AT,
      site: 'worker',
    } as const;
    expect(await succeed(takeMessage(platform, asWorker, message))).toMatchObject({ to: 'old@example.org' });
    const end = Date.parse(yesterday) + LETTER_DAYS * 86_400_000;
    await succeed(forgetExpired(opened.database, new Date(end - 86_400_000).toISOString()));
    expect(stateOf(letterKeyOf(yesterday))).toBe('alive');
    await succeed(forgetExpired(opened.database, new Date(end).toISOString()));
    expect(stateOf(letterKeyOf(yesterday))).toBe('destroyed');
    expect(await succeed(takeMessage(platform, asWorker, message))).toEqual({
      kind: 'withhold',
      why: 'UNREADABLE',
    });
  });
});
