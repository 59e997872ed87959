import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAccount, callAs, type Person } from './person.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API3:2023: an attacker writes fields that are not his to write, and reads fields that are not his to read. */
let victim: Victim;
let ada: Person;
type Schema = {
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
};
type Operation = {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>;
};
let paths: Record<string, Record<string, Operation>>;

beforeAll(async () => {
  victim = await startVictim();
  ada = await beginAccount(victim, 'Ada');
  ({ paths } = (await (await fetch(victim.api('/openapi.json'))).json()) as { paths: typeof paths });
});

afterAll(() => victim?.stop());

const SMUGGLED = {
  role: 'operator',
  roles: ['administrator'],
  isOperator: true,
  organisation: '00000000-0000-4000-8000-000000000000',
  createdAt: '2000-01-01T00:00:00.000Z',
  provedAt: '2099-01-01T00:00:00.000Z',
  constructor: { prototype: { admin: true } },
};

/** Others define these bodies, which may say more than is read (W3C VC-API). What is sent there is judged and not kept. */
const KEEP_NOTHING = ['post /api/v1/vc/credentials/verify', 'post /api/v1/vc/presentations/verify'];

describe('a field that is not hers to write', () => {
  it.each(Object.entries(SMUGGLED))(
    '%s in her own record is refused, and nothing is written',
    async (name, value) => {
      const { body: before } = await ada.call('GET', '/account/profile');
      const changed = {
        personId: ada.personId,
        displayName: 'Ada the Operator',
        language: 'en',
        [name]: value,
      };
      expect((await ada.call('PUT', '/account/profile', changed)).status).toBe(422);
      expect((await ada.call('GET', '/account/profile')).body).toEqual(before);
    },
  );

  it('is refused in every body of the platform: all are closed', async () => {
    const open: string[] = [];
    for (const [address, methods] of Object.entries(paths).filter(([one]) => one.startsWith('/api/v1/')))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        if (requestBody === undefined) continue;
        if (requestBody.content['application/json']?.schema.additionalProperties !== false)
          open.push(`${method} ${address}`);
      }
    expect(open).toEqual(KEEP_NOTHING);
    expect(Object.keys(paths).filter((one) => one.startsWith('/api/v1/')).length).toBeGreaterThan(8);
  });

  it.each([
    ['/session', { isShared: false, personId: 'x' }],
    ['/invitation', { secret: 'A'.repeat(43), role: 'operator' }],
    ['/account/memberships', { secret: 'A'.repeat(43), knownAs: 'Ada', roles: ['operator'] }],
  ])('beside the others is refused by POST %s before anything is looked up', async (address, body) => {
    const { status, body: told } = await ada.call('POST', address, body);
    expect(status).toBe(422);
    expect(told).toMatchObject({ code: 'HTTP_REQUEST_INVALID' });
  });
});

describe('an answer', () => {
  it.each(['profile', 'sessions', 'passkeys', 'memberships', 'events'])(
    'of GET %s holds the fields that are described, and no other',
    async (list) => {
      const described =
        paths[`/api/v1/account/${list}`]?.get?.responses['200']?.content?.['application/json']?.schema;
      const allowed = new Set(Object.keys((described?.items ?? described)?.properties ?? {}));
      expect(allowed.size).toBeGreaterThan(2);
      const { body } = await ada.call('GET', `/account/${list}`);
      for (const row of [body].flat() as object[])
        for (const name of Object.keys(row)) expect(allowed).toContain(name);
    },
  );

  it('never holds a hash, a key, a salt, a counter or a token', async () => {
    const names = ['profile', 'sessions', 'passkeys', 'memberships', 'events'].map(async (list) =>
      JSON.stringify((await ada.call('GET', `/account/${list}`)).body),
    );
    const begun = await callAs(victim, ada.cookie, ['GET', '/session']);
    for (const text of [...(await Promise.all(names)), JSON.stringify(begun.body)])
      expect(text).not.toMatch(/hash|publicKey|salt|signCount|secret|token|credentialId|challenge/i);
  });
});
