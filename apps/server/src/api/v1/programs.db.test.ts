import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { listEvents } from '@testamur/services/auditing';
import { disableServiceAccount } from '@testamur/services/people';
import { exportJWK, SignJWT } from 'jose';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Opened, succeed } from '../../../../../adapters/postgres/contract/engines.fixture.ts';
import { AT, asPerson, platformOn } from '../../../../../adapters/postgres/contract/platform.fixture.ts';
import { furnishWorld, type World } from '../../../../../adapters/postgres/contract/world.fixture.ts';
import { route } from '../../acting/route.ts';
import { openPlatformApi, type PlatformApi } from './platform-api.fixture.ts';
import { PROGRAM_ROUTES } from './programs.ts';
import { closed, Uuid } from './shapes.ts';

/** A route that programs may use, for this test only. */
const readEvents = route({
  method: 'GET',
  url: '/organisations/:organisation/events',
  acts: ['auditing.list-events'],
  ...{
    summary: 'The trail',
    tags: ['programs'],
    params: closed({ organisation: Uuid }),
    answer: Type.Array(Type.Unknown()),
  },
  perform: ({ platform, request }) => listEvents(platform, request, { after: 0, limit: 3 }),
});

type Pair = ReturnType<typeof newPair>;
const newPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

const [embedded] = ENGINES;

describe('a program', () => {
  let opened: Opened;
  let world: World;
  let api: PlatformApi;
  let pair: Pair;
  let key: string;

  beforeAll(async () => {
    if (!embedded) throw new Error('no embedded engine');
    opened = await embedded.open();
    world = await furnishWorld(platformOn(opened.database));
    api = await openPlatformApi(opened, [readEvents, ...PROGRAM_ROUTES]);
    pair = newPair();
    key = await addKey(pair);
  });
  afterAll(async () => {
    await api?.app.close();
    await opened?.close();
  });

  /** The administrator gives the account a key, through the interface. */
  async function addKey({ publicKey }: Pair): Promise<string> {
    const { administrator, organisation, account } = world.school;
    const signedIn = world.signedIn.get(administrator);
    if (!signedIn) throw new Error('not signed in');
    const answer = await api.app.inject({
      method: 'POST',
      url: `/api/v1/organisations/${organisation}/program-keys`,
      headers: {
        ...{ host: 'localhost', 'sec-fetch-site': 'same-origin' },
        cookie: `testamur=${await api.signIn(signedIn)}`,
      },
      payload: { accountId: account, publicJwk: await exportJWK(publicKey) },
    });
    expect(answer.statusCode).toBe(200);
    return (answer.json() as { keyId: string }).keyId;
  }

  const assertionBy = async (signer = pair, kid = key): Promise<string> => {
    const { account } = world.school;
    const iat = Math.floor(api.clock.nowMs / 1_000);
    const claims = {
      iss: account,
      sub: account,
      aud: 'http://localhost/oauth/token',
      jti: randomUUID(),
      iat,
      exp: iat + 60,
    };
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(signer.privateKey);
  };

  async function askToken(assertion: string, more: Record<string, string> = {}) {
    const form = {
      ...{ grant_type: 'client_credentials', client_assertion: assertion },
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    };
    const answer = await api.app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...form, ...more }).toString(),
    });
    const body = answer.json() as {
      access_token?: string;
      scope?: string;
      error?: string;
      expires_in?: number;
    };
    return { status: answer.statusCode, ...body };
  }

  const readTrail = async (token: string | undefined, organisation = world.school.organisation) =>
    (
      await api.app.inject({
        url: `/api/v1/organisations/${organisation}/events`,
        headers: { host: 'localhost', authorization: `Bearer ${token}` },
      })
    ).statusCode;

  it('that shows its key is given a token for minutes, and acts with it where it belongs and nowhere else', async () => {
    const granted = await askToken(await assertionBy());
    expect(granted).toMatchObject({ status: 200, expires_in: 600, token_type: 'Bearer' });
    expect(granted.scope?.split(' ')).toContain('auditing.list-events');
    expect(await readTrail(granted.access_token)).toBe(200);
    expect(await readTrail(granted.access_token, world.other.organisation)).toBe(403);
    api.clock.nowMs += 10 * 60_000;
    expect(await readTrail(granted.access_token)).toBe(401);
    api.clock.nowMs = Date.parse(AT);
  });

  it('cannot show the same assertion twice', async () => {
    const assertion = await assertionBy();
    expect((await askToken(assertion)).status).toBe(200);
    expect(await askToken(assertion)).toEqual({ status: 401, error: 'invalid_client' });
  });

  it('that asks for less is given less, and for more nothing', async () => {
    const less = await askToken(await assertionBy(), { scope: 'institutions.show-organisation' });
    expect(less).toMatchObject({ status: 200, scope: 'institutions.show-organisation' });
    expect(await readTrail(less.access_token)).toBe(403);
    const more = await askToken(await assertionBy(), { scope: 'auditing.list-events people.assign-role' });
    expect(more).toEqual({ status: 400, error: 'invalid_scope' });
  });

  it.each<[string, Record<string, string>, string]>([
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['another kind of assertion', { client_assertion_type: 'x' }, 'invalid_client'],
    ['no assertion', { client_assertion: 'x' }, 'invalid_client'],
  ])('is refused with %s', async (_name, more, error) => {
    expect((await askToken(await assertionBy(), more)).error).toBe(error);
  });

  it('with the key of somebody else is refused', async () => {
    expect(await askToken(await assertionBy(newPair()))).toEqual({ status: 401, error: 'invalid_client' });
    expect(await readTrail('A'.repeat(43))).toBe(401);
  });

  it('changes over to another key while the old one still serves, until that is retired', async () => {
    const next = newPair();
    const nextKey = await addKey(next);
    expect((await askToken(await assertionBy())).status).toBe(200);
    expect((await askToken(await assertionBy(next, nextKey))).status).toBe(200);
    api.clock.nowMs += 60_000;
    const { administrator, organisation } = world.school;
    const signedIn = world.signedIn.get(administrator);
    if (!signedIn) throw new Error('not signed in');
    const retired = await api.app.inject({
      method: 'PUT',
      url: `/api/v1/organisations/${organisation}/program-keys/${key}/end`,
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        cookie: `testamur=${await api.signIn(signedIn)}`,
      },
      payload: {},
    });
    expect(retired.statusCode).toBe(204);
    expect((await askToken(await assertionBy())).error).toBe('invalid_client');
    expect((await askToken(await assertionBy(next, nextKey))).status).toBe(200);
    [pair, key] = [next, nextKey];
  });

  it('that is stopped holds a token for nothing', async () => {
    const { access_token } = await askToken(await assertionBy());
    expect(await readTrail(access_token)).toBe(200);
    const { administrator, organisation, account } = world.school;
    await succeed(disableServiceAccount(api.platform, asPerson(administrator, organisation), account));
    expect(await readTrail(access_token)).toBe(403);
    expect((await askToken(await assertionBy())).error).toBe('invalid_client');
  });
});
