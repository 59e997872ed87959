import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postJson } from '../api/post-json.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API8:2023: an attacker looks for what was left open. */
let victim: Victim;
let proxied: Victim;

beforeAll(async () => {
  [victim, proxied] = await Promise.all([
    startVictim(),
    startVictim({
      TRUST_PROXY: '127.0.0.1',
      LOG_LEVEL: 'info',
      SECURITY_CONTACT: 'mailto:security@testamur.example',
      SECURITY_CONTACT_UNTIL: '2027-06-30',
    }),
  ]);
});

afterAll(async () => {
  await Promise.all([victim?.stop(), proxied?.stop()]);
});

const HTTPS = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'testamur.example' };

/** One of each kind of answer: pages, files, the API, refusals of every layer. */
const KINDS: readonly (readonly [name: string, path: string, init: RequestInit])[] = [
  ['a page', '/', {}],
  ['a page that is not there', '/nothing', {}],
  ['a file', '/robots.txt', {}],
  ['the program of the pages', '/service-worker.js', {}],
  ['data', '/api/jurisdictions', {}],
  ['the description', '/api/openapi.json', {}],
  ['a refusal', '/api/nix', {}],
  ['a wrong method', '/api/jurisdictions', { method: 'DELETE' }],
  ['an address that is none', '/api/%zz', {}],
  [
    'a question',
    '/api/assess',
    { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
  ],
];

describe('every answer', () => {
  it.each(KINDS)(
    '%s is not sniffed, not framed, not read by other origins, and says nothing of us',
    async (_name, path, init) => {
      const { headers } = await fetch(`${victim.product.url}${path}`, init);
      expect({
        sniff: headers.get('x-content-type-options'),
        referrer: headers.get('referrer-policy'),
        opener: headers.get('cross-origin-opener-policy'),
        resource: headers.get('cross-origin-resource-policy'),
        frame: headers.get('x-frame-options'),
        readers: headers.get('access-control-allow-origin'),
        server: headers.get('server') ?? headers.get('x-powered-by'),
        sourceMap: headers.get('sourcemap') ?? headers.get('x-sourcemap'),
      }).toEqual({
        sniff: 'nosniff',
        referrer: 'same-origin',
        opener: 'same-origin',
        resource: 'same-origin',
        frame: 'DENY',
        readers: null,
        server: null,
        sourceMap: null,
      });
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(policy).toMatch(/base-uri 'none'/);
      expect(policy).toMatch(/(object|default)-src 'none'/);
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    },
  );

  it.each(KINDS)('%s has a type, with its characters where it is text', async (_name, path, init) => {
    const type = (await fetch(`${victim.product.url}${path}`, init)).headers.get('content-type') ?? '';
    expect(type).toMatch(
      /^(text\/(html|plain|javascript); ?charset=utf-8|text\/(plain|javascript)|application\/(problem\+)?json(; charset=utf-8)?)$/i,
    );
  });

  it('a page runs scripts by nonce, and turns text into markup or script by policy only', async () => {
    const { headers } = await fetch(`${victim.product.url}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).toMatch(/require-trusted-types-for 'script'/);
    expect(policy).toMatch(/trusted-types svelte-trusted-html default(;|$)/);
    const again = await fetch(`${victim.product.url}/`);
    expect(again.headers.get('content-security-policy')).not.toBe(policy);
  });

  it.each(KINDS.slice(0, 5))('%s asks for https for a year, over https only', async (_name, path, init) => {
    const over = await fetch(`${proxied.product.url}${path}`, {
      ...init,
      headers: { ...init.headers, ...HTTPS },
    });
    expect(over.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    const plain = await fetch(`${proxied.product.url}${path}`, init);
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    const lied = await fetch(`${victim.product.url}${path}`, {
      ...init,
      headers: { ...init.headers, ...HTTPS },
    });
    expect(lied.headers.get('strict-transport-security')).toBeNull();
  });
});

describe('what an attacker says', () => {
  const WORDS = [
    `<img src=x onerror=alert(1)>`,
    `</script><script>alert(1)</script>`,
    `"><svg onload=alert(1)>`,
    `\u2028</title><script>`,
    `{@html "<b>"}\${7*7}{{7*7}}`,
  ];
  it.each(WORDS)('%s comes back as text, in a page and in its data', async (words) => {
    const page = await (await fetch(`${victim.product.url}/schools?q=${encodeURIComponent(words)}`)).text();
    const live = page.match(/<script>alert|<img src=x|<svg onload|<\/title><script/g);
    expect(live).toBeNull();
    expect(page.match(/<script/g)?.length ?? 0).toBe(
      (await (await fetch(`${victim.product.url}/schools?q=harmless`)).text()).match(/<script/g)?.length ?? 0,
    );
  });

  it('in an address is data in the answer of the API, which loads nothing when a browser shows it', async () => {
    const answer = await fetch(victim.api(`/nix/${encodeURIComponent(WORDS[0] ?? '')}`));
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  });

  it('is one line of the log, in JSON, with its time, whatever line breaks it holds', async () => {
    await fetch(proxied.api(`/nix%0a{"level":30,"msg":"forged"}%0d%0a`), {
      headers: { 'user-agent': 'a{"forged":1}' },
    });
    await fetch(proxied.api('/health/live'));
    const lines = proxied.product
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const entry = JSON.parse(line) as { time: number | string; level: unknown; msg: string };
      expect(entry.msg).not.toBe('forged');
      expect(new Date(entry.time).getTime()).toBeGreaterThan(Date.parse('2026-01-01'));
    }
  });
});

describe('what was left open', () => {
  it.each([
    '/.git/config',
    '/.git/HEAD',
    '/.env',
    '/package.json',
    '/package-lock.json',
    '/node_modules/fastify/package.json',
    '/server.js',
    '/handler.js',
    '/build/handler.js',
    '/server-status',
    '/metrics',
    '/api/metrics',
    '/debug/pprof',
    '/api/docs',
    '/api/graphql',
    '/api/admin',
    '/_app/',
    '/_app/immutable/',
    '/.well-known/',
    '/testamur-data/database/PG_VERSION',
  ])('%s is not served', async (path) => {
    expect((await fetch(`${victim.product.url}${path}`, { redirect: 'manual' })).status).toBe(404);
  });

  it.each([
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/_app/..%5c..%5cpackage.json',
    '/....//package.json',
    '/%00',
  ])('%s does not climb out of what is served', async (path) => {
    const said = await victim.raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(said).not.toContain('"workspaces"');
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'DEBUG'])(
    'the method %s is answered by nobody',
    async (method) => {
      for (const path of ['/', '/api/jurisdictions']) {
        const said = await victim.raw(
          `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nX-Secret: k1234567\r\nConnection: close\r\n\r\n`,
          500,
        );
        expect(said).not.toMatch(/^HTTP\/1\.1 2/);
        expect(said).not.toContain('k1234567');
      }
    },
  );

  it('a page of another origin gets no leave to read, not even when it asks first', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const asked = await fetch(victim.api('/assess'), { method: 'OPTIONS', headers });
    expect(asked.status).toBe(405);
    const names = [...asked.headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect(names).toEqual([]);
  });

  it('a fault tells its number and nothing of code, paths or versions', async () => {
    for (const body of ['{"dossier":', '\u0000', '{"dossier":{"person":{"birthDate":{"a":[]}}}}']) {
      const text = await (await postJson(victim.api('/assess'), body)).text();
      expect(text).not.toMatch(/node_modules|\.ts:|\.js:|at Object|\/work\/|fastify/i);
    }
  });

  it('our own sentences about who sits in front are not taken from outside', async () => {
    const answer = await fetch(`${victim.product.url}/`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-testamur-host': 'evil.example', host: 'localhost' },
    });
    expect(await answer.text()).not.toContain('evil.example');
  });
});

describe('two readings of one request', () => {
  const HEAD = 'POST /api/assess HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  it.each([
    ['two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}`],
    [
      'a length and pieces',
      `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/smuggled HTTP/1.1\r\nHost: x\r\n\r\n`,
    ],
    ['pieces under a strange name', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a length with a sign', `${HEAD}Content-Length: +2\r\n\r\n{}`],
    ['a header that goes on in the next line', `${HEAD}X-A: b\r\n c\r\nContent-Length: x\r\n\r\n{}`],
    ['a space before the colon', `${HEAD}Content-Length : 2\r\n\r\n{}`],
    ['line feeds alone', `POST /api/assess HTTP/1.1\nHost: x\nContent-Length: 2\n\n{}`],
    ['no host', 'GET /api/jurisdictions HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ])('%s are refused, and nothing hidden is answered', async (_name, bytes) => {
    const said = await victim.raw(bytes, 1_000);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(said).not.toContain('smuggled');
  });
});

describe('security.txt', () => {
  it('names whom the operator has named, until the day that he has given', async () => {
    const answer = await fetch(`${proxied.product.url}/.well-known/security.txt`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await answer.text()).split('\n')).toEqual([
      'Contact: mailto:security@testamur.example',
      'Expires: 2027-06-30T23:59:59Z',
      'Preferred-Languages: en, es, fr, pt, ar, zh, ru',
      '',
    ]);
  });

  it('is not there where nobody was named: an address is not ours to invent', async () => {
    expect((await fetch(`${victim.product.url}/.well-known/security.txt`)).status).toBe(404);
  });
});
