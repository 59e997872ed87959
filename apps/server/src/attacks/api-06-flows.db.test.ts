import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, beginAccount, callAs, type Person, signIn } from './person.fixture.ts';
import { makeSoftPasskey } from './soft-passkey.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API6:2023: an attacker runs by program what is made for people, thousands of times. */
let victim: Victim;
let ada: Person;

beforeAll(async () => {
  victim = await startVictim();
  ada = await beginAccount(victim, 'Ada');
});

afterAll(() => victim?.stop());

const statusesOf = async (
  times: number,
  ask: () => Promise<{ status: number }>,
): Promise<readonly number[]> => {
  const statuses = [];
  for (let count = 0; count < times; count += 1) statuses.push((await ask()).status);
  return statuses;
};

describe('what a program would do a thousand times', () => {
  it('trying passkeys ends after thirty a minute, and whoever is signed in notices nothing', async () => {
    const stranger = makeSoftPasskey(ada.passkey.handle);
    const statuses = await statusesOf(35, () => signIn(victim, stranger));
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(30);
    expect(statuses.at(-1)).toBe(429);
    expect((await ada.call('GET', '/session')).status).toBe(200);
  });

  it('guessing invitations ends after twenty a minute, each guess with the same answer', async () => {
    const answers: string[] = [];
    const statuses = await statusesOf(25, async () => {
      const secret = Buffer.alloc(32, answers.length).toString('base64url');
      const answer = await callAs(victim, ada.cookie, ['POST', '/invitation', { secret }]);
      if (answer.status !== 429) answers.push((answer.body as { detail: string }).detail);
      return answer;
    });
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(20);
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(answers).size).toBe(1);
  });

  it('making accounts ends after twenty a minute', async () => {
    const statuses = await statusesOf(25, () =>
      callAs(victim, undefined, ['POST', '/account/challenge', { displayName: 'bot' }]),
    );
    expect(statuses.at(-1)).toBe(429);
  });

  it('reading one’s own trail ends at the limit of the actor, and comes back; other acts go on', async () => {
    const ask = () => ada.call('GET', '/account/events?limit=1');
    const asked: Answered[] = [];
    // A few at a time: more are refused before anybody knows whose they are.
    for (let round = 0; round < 15; round += 1) {
      asked.push(...(await Promise.all(Array.from({ length: 20 }, ask))));
    }
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(asked.length);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({ code: 'HTTP_RATE_LIMITED' });
    expect((await ada.call('GET', '/account/sessions')).status).toBe(200);
  });
});
