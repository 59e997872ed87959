import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { PLATFORM_ROUTES } from '../api/v1/all-routes.ts';
import { nameDevice } from './device-name.ts';
import { checkDeclared } from './mount-routes.ts';
import { refuseCrossSite } from './refuse-cross-site.ts';
import { actsOf, type Route } from './route.ts';
import { assemblePlatform, limitTo } from './server-platform.ts';
import { dropSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';

const ORIGIN = 'https://testamur.example.org';
const TOKEN = 'A'.repeat(43);
const asked = (method: string, headers: Record<string, string>) =>
  ({ method, headers }) as unknown as FastifyRequest;

describe('what another site sends', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['a form of another site', { 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, true],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', cookie: 'a=b' }, true],
    ['a bookmark that posts', { 'sec-fetch-site': 'none', cookie: 'a=b' }, true],
    ['our own page', { 'sec-fetch-site': 'same-origin', cookie: 'a=b' }, false],
    ['an older browser on another site', { origin: 'https://evil.example', cookie: 'a=b' }, true],
    ['an older browser from nowhere', { origin: 'null', cookie: 'a=b' }, true],
    ['the same host without TLS', { origin: 'http://testamur.example.org', cookie: 'a=b' }, true],
    ['an older browser on our own page', { origin: ORIGIN, cookie: 'a=b' }, false],
    ['whoever says nothing and has a cookie', { cookie: 'a=b' }, true],
    ['a program without a cookie', {}, false],
  ])('%s', (_name, headers, isRefused) => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(refuseCrossSite(asked(method, headers), ORIGIN) !== undefined).toBe(isRefused);
    expect(refuseCrossSite(asked('GET', headers), ORIGIN)).toBeUndefined();
  });
});

describe('the cookie of a session', () => {
  const sent = (work: (reply: FastifyReply) => void): string => {
    let value = '';
    const header = (_name: string, given: string) => {
      value = given;
    };
    work({ header } as unknown as FastifyReply);
    return value;
  };

  it('is for this host only, over TLS, out of the reach of scripts', () => {
    const until = '2026-11-29T12:00:00.000Z';
    expect(sent((reply) => setSessionCookie(reply, { origin: ORIGIN, secret: TOKEN, until }))).toBe(
      `__Host-testamur=${TOKEN}; Path=/; HttpOnly; SameSite=Lax; Secure; Expires=Sun, 29 Nov 2026 12:00:00 GMT`,
    );
  });

  it('ends with the browser on a shared computer', () => {
    const given = { origin: ORIGIN, secret: TOKEN, until: undefined };
    expect(sent((reply) => setSessionCookie(reply, given))).not.toMatch(/Expires|Max-Age/);
    expect(sent((reply) => dropSessionCookie(reply, ORIGIN))).toMatch(/^__Host-testamur=; .*Max-Age=0$/);
  });

  it.each<[string, string, string | undefined]>([
    ['alone', `__Host-testamur=${TOKEN}`, TOKEN],
    ['among others', `a=b; __Host-testamur=${TOKEN}; c=d`, TOKEN],
    ['without its prefix, which a neighbour could set', `testamur=${TOKEN}`, undefined],
    ['of another length', `__Host-testamur=${TOKEN}A`, undefined],
    ['not there', 'a=b', undefined],
  ])('is read %s', (_name, cookie, token) =>
    expect(readSessionCookie(asked('GET', { cookie }), ORIGIN)).toBe(token),
  );
});

describe('a route', () => {
  const declared = (acts: unknown): Route => ({ ...PLATFORM_ROUTES[0], acts }) as Route;

  it.each([
    ['an act that is not in the matrix', ['people.no-such-act']],
    ['one that is and one that is not', ['people.show-profile', 'people.no-such-act']],
    ['no act at all', []],
    ['that it is public without saying why', { public: ' ' }],
  ])('that declares %s is not mounted', (_name, acts) =>
    expect(() => checkDeclared(declared(acts))).toThrow('declares no act of the matrix'),
  );

  it('of the platform is declared, every one', () => {
    for (const route of PLATFORM_ROUTES) expect(() => checkDeclared(route)).not.toThrow();
    expect(PLATFORM_ROUTES.filter((route) => actsOf(route).length === 0).length).toBeLessThan(
      PLATFORM_ROUTES.length / 3,
    );
  });

  it('can do nothing that it has not declared', () => {
    const platform = limitTo(assemblePlatform({} as never, new Uint8Array(32)), ['people.show-profile']);
    const request = { actor: { kind: 'anonymous' }, at: '', site: 'test' } as const;
    expect(() =>
      platform.unitOfWork('people.correct-profile', request, async () => ({ ok: true, value: 1 })),
    ).toThrow('has not declared');
  });
});

describe('the name of a device', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0 Safari/537.36',
      'Chrome, Linux',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1',
      'Safari, iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36 Edg/147.0',
      'Edge, Windows',
    ],
    ['curl/8', '?'],
    [undefined, '?'],
  ])('%s', (agent, name) => expect(nameDevice(agent)).toBe(name));
});
