import type { LookupFunction } from 'node:net';
import { openEgress } from '@testamur/adapters/egress';
import { openProviders } from '@testamur/adapters/oidc';
import {
  followProvider,
  HOOK_CERTIFICATE,
  type IdentityProvider,
  startIdentityProvider,
} from '@testamur/testing/product';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Opened } from '../../../../../adapters/postgres/contract/engines.fixture.ts';
import { signInPerson } from '../../../../../adapters/postgres/contract/passkeys.fixture.ts';
import {
  type House,
  newHouse,
  newPerson,
} from '../../../../../adapters/postgres/contract/platform.fixture.ts';
import { openPlatformApi, type PlatformApi } from './platform-api.fixture.ts';
import { PROVIDER_ROUTES } from './providers.ts';
import { RECOVERY_ROUTES } from './recovery.ts';
import { SESSION_ROUTES } from './session.ts';

const ORIGIN = 'http://localhost';
const CLIENT = {
  clientId: 'testamur',
  clientSecret: 'a secret of the provider',
  redirectUri: `${ORIGIN}/sign-in/provider`,
};
const home: LookupFunction = (_host, options, done) =>
  options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);

const [embedded] = ENGINES;

describe('the provider of an organisation', () => {
  let opened: Opened;
  let api: PlatformApi;
  let provider: IdentityProvider;
  let house: House;
  let administrator: Browser;

  beforeAll(async () => {
    if (!embedded) throw new Error('no embedded engine');
    opened = await embedded.open();
    provider = await startIdentityProvider(CLIENT);
    const egress = openEgress({
      allowedHosts: [{ host: 'hook.test', certificate: HOOK_CERTIFICATE }],
      resolve: home,
    });
    const routes = [...SESSION_ROUTES, ...RECOVERY_ROUTES, ...PROVIDER_ROUTES];
    api = await openPlatformApi(opened, routes, { providers: openProviders(egress) });
    house = await newHouse(api.platform);
    administrator = await browserOf(house.administrator);
    const set = await administrator.ask('PUT', at(house), { ...named(), issuer: provider.issuer });
    expect(set.json()).toMatchObject({ redirectUri: CLIENT.redirectUri });
  });
  afterAll(async () => {
    await api?.app.close();
    await provider?.close();
    await opened?.close();
  });

  const named = () => ({ clientId: CLIENT.clientId, clientSecret: CLIENT.clientSecret });
  const at = ({ organisation }: House) => `/organisations/${organisation}/identity-providers`;

  /** A browser with its cookies; of somebody who is signed in, or of nobody. */
  async function browserOf(personId?: string) {
    const jar = new Map<string, string>();
    if (personId) jar.set('testamur', await api.signIn(await signInPerson(api.platform, personId)));
    const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const answer = await api.app.inject({
        ...{
          method,
          url: `/api/v1${url}`,
          headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', cookie },
        },
        ...(payload && { payload }),
      });
      for (const { name, value } of answer.cookies) jar.set(name, value);
      return answer;
    };
    return { ask };
  }
  type Browser = Awaited<ReturnType<typeof browserOf>>;

  /** To the provider and back, as whoever is signed in there. */
  async function goThere(browser: Browser, begin: string, accountId: string, of = house): Promise<string> {
    provider.signInAs(accountId);
    const begun = await browser.ask('POST', begin, { organisation: of.organisation });
    expect(begun.statusCode, begun.body).toBe(200);
    return followProvider(begun.json().address, CLIENT.redirectUri);
  }
  const linkAs = async (browser: Browser, accountId: string) =>
    browser.ask('POST', '/account/identities', {
      query: await goThere(browser, '/account/identities/begin', accountId),
    });
  const signInAs = async (browser: Browser, accountId: string) =>
    browser.ask('POST', '/session/provider', {
      ...{ query: await goThere(browser, '/session/provider/begin', accountId), isShared: false },
    });

  it('signs in whoever has linked her account there, without counting as a proof', async () => {
    const person = await newPerson(api.platform);
    const own = await browserOf(person);
    const linked = await linkAs(own, 'ada');
    expect(linked.statusCode, linked.body).toBe(200);
    const listed = (await own.ask('GET', '/account/identities')).json() as {
      issuer: string;
      identityId: string;
    }[];
    expect(listed.find(({ issuer }) => issuer === provider.issuer)).toMatchObject(linked.json());
    const elsewhere = await browserOf();
    const signedIn = await signInAs(elsewhere, 'ada');
    expect([signedIn.statusCode, signedIn.json()]).toEqual([200, { personId: person }]);
    expect((await elsewhere.ask('POST', '/account/recovery/codes')).json()).toMatchObject({
      code: 'AUTHORISING_STEP_UP',
    });
    expect((await linkAs(elsewhere, 'ada2')).json()).toMatchObject({ code: 'AUTHORISING_STEP_UP' });
    await own.ask('DELETE', `/account/identities/${linked.json().identityId}`);
    expect((await signInAs(await browserOf(), 'ada')).json()).toMatchObject({
      code: 'IDENTIFYING_NOT_RECOGNISED',
    });
  });

  it('signs in nobody who has not linked it, whatever mail address or spelling she has there', async () => {
    const own = await browserOf(await newPerson(api.platform));
    await linkAs(own, 'Maya');
    for (const stranger of ['test@example.org', 'maya', 'eve'])
      expect((await signInAs(await browserOf(), stranger)).json()).toMatchObject({
        code: 'IDENTIFYING_NOT_RECOGNISED',
      });
    expect((await signInAs(await browserOf(), 'Maya')).statusCode).toBe(200);
  });

  it('takes an answer once, in the browser that asked, for what it was asked for and from whom', async () => {
    const person = await newPerson(api.platform);
    const own = await browserOf(person);
    await linkAs(own, 'rosa');
    const refused = { code: 'IDENTIFYING_NOT_RECOGNISED' };
    const use = async (browser: Browser, query: string) =>
      (await browser.ask('POST', '/session/provider', { query, isShared: false })).json();

    const asking = await browserOf();
    const query = await goThere(asking, '/session/provider/begin', 'rosa');
    expect(await use(await browserOf(), query)).toMatchObject(refused);
    const other = await browserOf();
    await goThere(other, '/session/provider/begin', 'eve');
    expect(await use(other, query)).toMatchObject(refused);
    expect(await use(asking, query)).toEqual({ personId: person });
    expect(await use(asking, query)).toMatchObject(refused);

    // What was made for signing in links nothing, and what one person asked for links nothing to another.
    const meant = await goThere(own, '/session/provider/begin', 'rosa-2');
    expect((await own.ask('POST', '/account/identities', { query: meant })).json()).toMatchObject(refused);
    const forLinking = await goThere(own, '/account/identities/begin', 'rosa-3');
    expect(await use(own, forLinking)).toMatchObject(refused);
    const asAnother = forLinking.replace('.link.', '.sign-in.');
    expect(await use(own, asAnother)).toMatchObject(refused);
    expect(await use(own, '?code=made-up&state=made-up')).toMatchObject(refused);
    const withIssuer = (await goThere(own, '/session/provider/begin', 'rosa')).replace(
      /iss=[^&]*/,
      'iss=https%3A%2F%2Fevil.example',
    );
    expect(await use(own, withIssuer)).toMatchObject(refused);
  });

  it('is reached on the public internet only, and its secret is told nobody and lies enciphered', async () => {
    const stranger = await newHouse(api.platform, 'hospital');
    const browser = await browserOf(stranger.administrator);
    await browser.ask('PUT', at(stranger), { ...named(), issuer: 'https://127.0.0.1' });
    const begun = await browser.ask('POST', '/session/provider/begin', {
      organisation: stranger.organisation,
    });
    expect(begun.json()).toMatchObject({ code: 'IDENTIFYING_PROVIDER' });
    for (const issuer of [
      'http://id.example',
      'https://a:b@id.example',
      'https://id.example?x=1',
      'id.example',
    ])
      expect((await browser.ask('PUT', at(stranger), { ...named(), issuer })).statusCode).toBe(422);
    const shown = await browser.ask('GET', at(stranger));
    expect(shown.json()).toMatchObject([{ issuer: 'https://127.0.0.1', clientId: 'testamur' }]);
    const rows = await opened.look<{ client_secret: string }>('SELECT * FROM identity_providers');
    expect(JSON.stringify(rows) + shown.body).not.toContain(CLIENT.clientSecret);
    expect(rows.every(({ client_secret }) => client_secret.startsWith('sealed:1:'))).toBe(true);
  });

  it('signs in nobody any more when its organisation has ended it', async () => {
    const person = await newPerson(api.platform);
    await linkAs(await browserOf(person), 'zoe');
    const before = await browserOf();
    const query = await goThere(before, '/session/provider/begin', 'zoe');
    expect((await administrator.ask('DELETE', at(house))).statusCode).toBe(204);
    expect((await before.ask('POST', '/session/provider', { query, isShared: false })).statusCode).toBe(403);
    const begun = await before.ask('POST', '/session/provider/begin', { organisation: house.organisation });
    expect(begun.json()).toMatchObject({ code: 'IDENTIFYING_NOT_FOUND' });
  });
});
