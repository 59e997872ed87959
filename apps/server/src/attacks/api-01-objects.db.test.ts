import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAccount, callAs, isOpen, type Person } from './person.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API1:2023: an attacker with an account of his own tries the ids of somebody else's things. */
let victim: Victim;
let ada: Person;
let mallory: Person;
let hers: { readonly session: string; readonly passkey: string };

beforeAll(async () => {
  victim = await startVictim();
  ada = await beginAccount(victim, 'Ada');
  mallory = await beginAccount(victim, 'Mallory');
  const [session] = (await ada.call('GET', '/account/sessions')).body as { sessionId: string }[];
  const [passkey] = (await ada.call('GET', '/account/passkeys')).body as { passkeyId: string }[];
  hers = { session: session?.sessionId ?? '', passkey: passkey?.passkeyId ?? '' };
});

afterAll(() => victim?.stop());

describe('the things of somebody else', () => {
  it('are there, so that they can be tried', () => {
    expect([hers.session, hers.passkey].every((id) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
  });

  it.each(['session', 'passkey'] as const)(
    'her %s cannot be ended by its id, and the answer is that of an id that nobody has',
    async (kind) => {
      const tried = await mallory.call('DELETE', `/account/${kind}s/${hers[kind]}`);
      const nowhere = await mallory.call('DELETE', `/account/${kind}s/${randomUUID()}`);
      expect(tried.status).toBeGreaterThanOrEqual(400);
      const told = ({ body, status }: typeof tried) => {
        const { code, detail } = body as { code: string; detail: string };
        return { status, code, detail };
      };
      expect(told(tried)).toEqual(told(nowhere));
      expect(await isOpen(victim, ada.cookie)).toBe(true);
      expect((await ada.call('GET', '/account/passkeys')).body).toHaveLength(1);
    },
  );

  it('her id for another kind of thing opens nothing', async () => {
    for (const id of [hers.session, ada.personId, mallory.personId])
      expect((await mallory.call('DELETE', `/account/passkeys/${id}`)).status).toBeGreaterThanOrEqual(400);
  });

  it('her record cannot be written by naming her, in the body, the address or a header', async () => {
    const { body: before } = await ada.call('GET', '/account/profile');
    const forged = { personId: ada.personId, displayName: 'Eve', language: 'en' };
    const named = await mallory.call('PUT', '/account/profile', forged);
    expect(named.status).toBeGreaterThanOrEqual(400);
    await mallory.call('PUT', `/account/profile?personId=${ada.personId}`, {
      ...forged,
      personId: mallory.personId,
    });
    await mallory.call(
      'PUT',
      '/account/profile',
      { ...forged, personId: mallory.personId },
      {
        'x-user-id': ada.personId,
        'x-person': ada.personId,
        'x-organisation': ada.personId,
      },
    );
    expect((await ada.call('GET', '/account/profile')).body).toEqual(before);
  });

  it.each(['profile', 'sessions', 'passkeys', 'memberships', 'events'])(
    'GET %s shows each her own and nothing of the other',
    async (list) => {
      const [forAda, forMallory] = [
        await ada.call('GET', `/account/${list}`),
        await mallory.call('GET', `/account/${list}`),
      ];
      expect([forAda.status, forMallory.status]).toEqual([200, 200]);
      const text = JSON.stringify(forMallory.body);
      for (const secret of [ada.personId, hers.session, hers.passkey, '"Ada"'])
        expect(text).not.toContain(secret);
    },
  );

  it.each([
    '',
    '..',
    '%2e%2e',
    '0',
    '-1',
    '*',
    'null',
    "' OR '1'='1",
    '00000000-0000-0000-0000-000000000000',
  ])('the id %j is nobody’s', async (id) => {
    const { status } = await mallory.call('DELETE', `/account/sessions/${encodeURIComponent(id)}`);
    expect([404, 405, 422]).toContain(status);
    expect(await isOpen(victim, ada.cookie)).toBe(true);
  });

  it('an invitation that was not given out opens nothing, and tells nothing of those that were', async () => {
    const answers = await Promise.all(
      ['A'.repeat(43), Buffer.alloc(32, 1).toString('base64url')].map((secret) =>
        callAs(victim, mallory.cookie, ['POST', '/invitation', { secret }]),
      ),
    );
    const told = answers.map(({ status, body }) => [status, (body as { detail: string }).detail]);
    expect(told[0]).toEqual(told[1]);
    expect(answers[0]?.status).toBeGreaterThanOrEqual(400);
  });
});
