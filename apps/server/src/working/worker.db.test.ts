import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyWebhook } from '@testamur/adapters/egress';
import { type Database, openDatabase } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import type { Request } from '@testamur/services/authorising';
import { registerOrganisation } from '@testamur/services/institutions';
import { addEndpoint, listDeliveries } from '@testamur/services/messaging';
import { assignRole, inviteMember, registerPerson, withdrawRole } from '@testamur/services/people';
import { listJobs } from '@testamur/services/working';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { copyDataFolder } from '@testamur/testing/postgres';
import { HOOK_CERTIFICATE, type HookReceiver, startHookReceiver } from '@testamur/testing/product';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { answerOnce } from '../acting/answer-once.ts';
import { assemblePlatform, type ServerPlatform } from '../acting/server-platform.ts';
import { startWorker } from './start-worker.ts';

const AT = '2026-11-22T12:00:00.000Z';
const NOW = Date.parse(AT);
const home: LookupFunction = (_host, options, done) =>
  options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);

let database: Database;
let platform: ServerPlatform;
let receiver: HookReceiver;
let administrator: string;
let organisation: string;
const letters = mkdtempSync(path.join(tmpdir(), 'testamur-letters-'));

const inHouse = (): Request => ({
  actor: { kind: 'person', id: administrator },
  ...{ organisation, at: AT, provedAt: AT, site: 'test' },
});
const waiting = async () =>
  expectOk(
    await listJobs(platform, { actor: { kind: 'console' }, at: AT, site: 'console' }, ['waiting', 'running']),
    'listed',
  ).length;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-worker-'));
  copyDataFolder(inject('preparedFolder'), folder);
  database = expectOk(
    await openDatabase({ kind: 'embedded', folder, checkoutMs: 15_000, personKeys: makePersonKeys() }),
    'a folder of its own',
  );
  platform = assemblePlatform(database, new Uint8Array(32));
  receiver = await startHookReceiver();
  const anybody: Request = { actor: { kind: 'anonymous' }, at: AT, site: 'test' };
  const newcomer = { displayName: 'Dr Test', language: 'pt', mail: 'test@example.org' };
  administrator = expectOk(await registerPerson(platform, anybody, newcomer), 'a name').personId;
  const wanted = { kind: 'school', name: 'A school', country: 'IN', knownAs: 'T' } as const;
  const { organisation: none, ...person } = { ...inHouse(), organisation: undefined };
  organisation = expectOk(await registerOrganisation(platform, person, wanted), String(none)).organisation;
});
afterAll(async () => {
  await receiver.close();
  await database.close();
});

/** Runs a worker until nothing waits. */
async function work(): Promise<void> {
  const errors: string[] = [];
  const worker = expectOk(
    await startWorker(platform, database, {
      mail: { from: 'Testamur <no-reply@t.example>', by: { kind: 'file', folder: letters } },
      portalUrl: 'https://t.example',
      egress: { allowedHosts: [{ host: 'hook.test', certificate: HOOK_CERTIFICATE }], resolve: home },
      now: () => NOW,
      onError: (code) => errors.push(code),
      pollSeconds: 0.5,
    }),
    'settings that can be used',
  );
  const end = Date.now() + 120_000;
  while ((await waiting()) > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  await worker.stop();
  expect(errors).toEqual([]);
}

describe('the worker', () => {
  it('sends the letter of an invitation, with the link that opens it', async () => {
    const mail = { address: 'new@example.org', language: 'en' };
    const invited = { role: 'officer', invitedAs: 'n', expiresAt: '2026-12-01T00:00:00.000Z', mail } as const;
    const { secret } = expectOk(await inviteMember(platform, inHouse(), invited), 'invited');
    await work();
    const [name = ''] = readdirSync(letters);
    const letter = readFileSync(path.join(letters, name), 'utf8').replace(/=\n/g, '');
    expect(letter).toContain('To: new@example.org');
    expect(letter).toContain('Subject: A school invites you');
    expect(letter).toContain(`https://t.example/join#${secret}`);
    expect(letter).toContain(`Message-ID: <${name.replace('.eml', '')}@t.example>`);
  });

  it('tells an endpoint over https, signed; tries again what was not taken; and keeps what became of it', async () => {
    const hook = { url: receiver.url, kinds: ['people.assign-role', 'people.withdraw-role'] };
    const { endpointId, secret } = expectOk(await addEndpoint(platform, inHouse(), hook), 'added');
    expectOk(await assignRole(platform, inHouse(), { personId: administrator, role: 'auditor' }), 'given');
    await work();
    const told = receiver.received.at(-1);
    expect(told && verifyWebhook(told, secret, NOW / 1_000)).toBe(true);
    expect(JSON.parse(told?.body ?? '')).toMatchObject({
      type: 'people.assign-role',
      data: { organisation },
    });
    const deliveries = async () => expectOk(await listDeliveries(platform, inHouse(), endpointId), 'listed');
    expect(await deliveries()).toMatchObject([{ attempts: 1, sentAt: AT, lastError: undefined }]);
    expect((await deliveries())[0]?.messageId).toBe(told?.headers['webhook-id']);
    receiver.answer(503);
    expectOk(await withdrawRole(platform, inHouse(), { personId: administrator, role: 'auditor' }), 'taken');
    await work();
    const failed = (await deliveries()).find((one) => one.kind === 'people.withdraw-role');
    expect(failed).toMatchObject({
      attempts: 1,
      sentAt: undefined,
      failedAt: undefined,
      lastError: 'HTTP_503',
    });
  });

  it('stops an endpoint that says it is gone', async () => {
    receiver.answer(410);
    const hook = { url: receiver.url, kinds: ['people.assign-role'] };
    const { endpointId } = expectOk(await addEndpoint(platform, inHouse(), hook), 'added');
    expectOk(await assignRole(platform, inHouse(), { personId: administrator, role: 'approver' }), 'given');
    await work();
    const [delivery] = expectOk(await listDeliveries(platform, inHouse(), endpointId), 'listed');
    expect(delivery).toMatchObject({ failedAt: AT, lastError: 'HTTP_410' });
    await work();
    expect(
      readdirSync(letters)
        .map((name) => readFileSync(path.join(letters, name), 'utf8'))
        .join(),
    ).toContain('hook.test');
  });
});

describe('the header Idempotency-Key', () => {
  const asked = (key: string | undefined, body: unknown, method = 'POST') =>
    ({
      method,
      url: '/api/v1/x',
      body,
      headers: key === undefined ? {} : { 'idempotency-key': key },
    }) as unknown as FastifyRequest;
  const invite = (name: string) => async (request: Request) =>
    inviteMember(platform, request, {
      role: 'officer',
      invitedAs: name,
      expiresAt: '2026-12-01T00:00:00.000Z',
    });
  const ask = (key: string | undefined, body: unknown, name: string) =>
    answerOnce(database, { http: asked(key, body), request: inHouse() }, invite(name));

  it('makes the same request one, and another one a mistake', async () => {
    const key = `"${randomUUID()}"`;
    const first = await ask(key, { a: 1 }, 'once');
    expect(first).toMatchObject({ ok: true });
    expect(await ask(key, { a: 1 }, 'once')).toEqual(first);
    expect(await ask(key.slice(1, -1), { a: 1 }, 'once')).toEqual(first);
    expect(await ask(key, { a: 2 }, 'once')).toMatchObject({ error: { code: 'HTTP_IDEMPOTENCY_KEY_USED' } });
    expect(await ask(undefined, { a: 1 }, 'once')).not.toEqual(first);
  });

  it('says "too soon" while the first is being answered', async () => {
    const key = randomUUID();
    let second: unknown;
    const slow = async (request: Request) => {
      second = await ask(key, {}, 'second');
      return invite('slow')(request);
    };
    expect(await answerOnce(database, { http: asked(key, {}), request: inHouse() }, slow)).toMatchObject({
      ok: true,
    });
    expect(second).toMatchObject({ error: { code: 'HTTP_REPEAT_TOO_SOON' } });
  });

  it('lets a request be repeated that was refused, or that failed', async () => {
    const key = randomUUID();
    const refused = { ok: false, error: { code: 'X', message: 'no' } } as const;
    const http = asked(key, {});
    expect(await answerOnce(database, { http, request: inHouse() }, async () => refused)).toEqual(refused);
    const failing = answerOnce(database, { http, request: inHouse() }, async () => {
      throw new Error('a fault');
    });
    await expect(failing).rejects.toThrow('a fault');
    expect(await ask(key, {}, 'at last')).toMatchObject({ ok: true });
  });

  it.each(['short', '"with space"', 'é'.repeat(20), 'x'.repeat(256), ''])('refuses the key %j', async (key) =>
    expect(await ask(key, {}, 'never')).toMatchObject({ error: { code: 'HTTP_IDEMPOTENCY_KEY_UNFIT' } }),
  );
});
