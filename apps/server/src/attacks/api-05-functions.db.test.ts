import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLATFORM_ROUTES } from '../api/v1/all-routes.ts';
import { beginAccount, callAs, type Person } from './person.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API5:2023: an attacker calls what is meant for others: everything that there is, as nobody and as somebody without a role. */
let victim: Victim;
let ada: Person;

beforeAll(async () => {
  victim = await startVictim();
  ada = await beginAccount(victim, 'Ada');
});

afterAll(() => victim?.stop());

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const addressOf = (url: string) => url.replaceAll(/:\w+/g, NOWHERE);
/** What anybody may call: each says why, or performs acts of whoever is not signed in. */
const FOR_ANYBODY = new Set([
  'POST /session/challenge',
  'POST /session',
  'POST /invitation',
  'POST /account/challenge',
  'POST /account',
]);

describe('as nobody', () => {
  it('nothing is done and nothing is shown', async () => {
    const opened: string[] = [];
    for (const { method, url } of PLATFORM_ROUTES.filter(
      (one) => !FOR_ANYBODY.has(`${one.method} ${one.url}`),
    )) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const { status, headers } = await callAs(victim, undefined, [method, addressOf(url), body]);
      if (status < 400 && `${method} ${url}` !== 'DELETE /session') opened.push(`${method} ${url} ${status}`);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(opened).toEqual([]);
    expect(PLATFORM_ROUTES.length).toBeGreaterThan(10);
  });

  it('every GET of the platform says how to become somebody', async () => {
    for (const { url } of PLATFORM_ROUTES.filter(
      ({ method, url }) => method === 'GET' && !url.includes(':'),
    )) {
      const { status } = await callAs(victim, undefined, ['GET', url]);
      expect([url, status === 401 || status === 422]).toEqual([url, true]);
    }
  });
});

describe('as somebody without a role', () => {
  it('nothing of an organisation is done or shown', async () => {
    const opened: string[] = [];
    for (const { method, url } of PLATFORM_ROUTES.filter((one) => one.url.includes(':organisation'))) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const { status } = await ada.call(method, addressOf(url), body);
      if (status < 400) opened.push(`${method} ${url} ${status}`);
    }
    expect(opened).toEqual([]);
  });

  it.each([
    [
      'a header that names another method',
      { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' },
    ],
    [
      'a header that names another address',
      { 'x-original-url': '/api/v1/session', 'x-rewrite-url': '/api/v1/session' },
    ],
    [
      'a header that names another person',
      { 'x-user': 'admin', 'x-role': 'operator', 'x-forwarded-user': 'admin' },
    ],
  ])('%s changes nothing', async (_name, headers) => {
    const { status, body } = await ada.call('GET', '/session', undefined, headers);
    expect(status).toBe(200);
    expect(body).toMatchObject({ personId: ada.personId, memberships: [] });
  });

  it.each([
    '/admin',
    '/admin/invite',
    '/organisations/all',
    '/people',
    '/audit',
    '/console',
    '/platform',
    '/approvals',
    '/jobs',
    '/keys',
  ])('%s, guessed, is not there or not hers', async (address) => {
    for (const method of ['GET', 'POST']) {
      const { status } = await ada.call(method, address, method === 'POST' ? {} : undefined);
      expect([method, status >= 400 && status < 500]).toEqual([method, true]);
    }
  });
});
