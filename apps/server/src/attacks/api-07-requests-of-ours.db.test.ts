import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postJson } from '../api/post-json.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API7:2023: an attacker has us ask somebody for him. Whoever is asked writes it down. */
let victim: Victim;
let ear: Server;
const heard: string[] = [];
let trap: string;

beforeAll(async () => {
  ear = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => ear.listen(0, '127.0.0.1', resolve));
  trap = `http://127.0.0.1:${(ear.address() as AddressInfo).port}`;
  victim = await startVictim();
});

afterAll(async () => {
  await victim?.stop();
  await new Promise<void>((resolve) => ear.close(() => resolve()));
});

const everywhere = (text: string) => ({
  dossier: {
    person: { citizenships: [text], birthDate: text },
    qualifications: [{ id: text, school: text, graduatedOn: text, evidence: { source: text, url: text } }],
    exams: { entries: [{ id: text, exam: text, $ref: text }] },
  },
  on: text,
  jurisdictions: [text],
});

const GREETING = '/heard-by-the-test-itself';

describe('an address in what is sent', () => {
  it('would be heard: the ear works', async () => {
    await fetch(`${trap}${GREETING}`);
    expect(heard).toEqual([GREETING]);
  });

  it.each(['/assess', '/plan', '/documents/plan', '/documents/plan?url='])(
    'is not asked by %s',
    async (address) => {
      for (const text of [
        trap,
        `${trap}/x.json`,
        `//${trap.slice(7)}`,
        'file:///etc/passwd',
        'http://169.254.169.254/latest/',
      ]) {
        const answer = await postJson(victim.api(address), everywhere(text));
        expect(answer.status).toBe(422);
        expect(await answer.text()).not.toMatch(/root:|latest\/meta/);
      }
      expect(heard).toEqual([GREETING]);
    },
  );

  it.each(['/packs/URL', '/rules/URL', '/schools/URL', '/schools?q=URL', '/schemas/URL', '/reach/URL'])(
    'is not asked by GET %s',
    async (address) => {
      const answer = await fetch(victim.api(address.replace('URL', encodeURIComponent(trap))));
      expect(answer.status).toBeLessThan(500);
      expect(heard).toEqual([GREETING]);
    },
  );

  it.each(['/', '/rules', '/schools?q=a', '/nothing'])(
    'in the headers is not asked while %s is made',
    async (page) => {
      const { host } = new URL(trap);
      const answer = await victim.raw(
        [
          `GET ${page} HTTP/1.1`,
          ...[
            `Host: ${host}`,
            `X-Forwarded-Host: ${host}`,
            `X-Testamur-Host: ${host}`,
            `Forwarded: host=${host}`,
          ],
          ...[
            `Origin: ${trap}`,
            `Referer: ${trap}/`,
            `X-Original-URL: ${trap}`,
            `Proxy: ${trap}`,
            'Connection: close',
          ],
          '\r\n',
        ].join('\r\n'),
        20_000,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 (200|404) /);
      expect(heard).toEqual([GREETING]);
    },
  );

  it('as the target of the request is a path of ours or nothing', async () => {
    const answer = await victim.raw(
      `GET ${trap}/api/jurisdictions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 /);
    expect(heard).toEqual([GREETING]);
  });
});
