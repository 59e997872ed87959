import type { LookupFunction } from 'node:net';
import { HOOK_CERTIFICATE, type HookReceiver, startHookReceiver } from '@testamur/testing/product';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress, type Outgoing, openEgress, signWebhook, verifyWebhook } from './index.ts';
import { publicOnly } from './open-egress.ts';

const leadsTo =
  (...addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) done(null, found);
    else done(null, found[0]?.address ?? '', found[0]?.family);
  };
const ask = (url: string, more: Partial<Outgoing> = {}): Outgoing => ({
  method: 'POST',
  url,
  headers: {},
  body: '{}',
  timeoutMs: 5_000,
  mostBytes: 1_000,
  ...more,
});

describe('an address', () => {
  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.100.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::808:808', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['ff02::1', false],
    ['example.org', false],
    ['', false],
  ])('%s is public: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

  it('of a private network is never public, whichever it is', () => {
    const private24 = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(
        private24,
        fc.constantFrom('10.0', '127.0', '192.168', '169.254', '172.16'),
        ([a, b], net) => {
          expect(isPublicAddress(`${net}.${a}.${b}`)).toBe(false);
        },
      ),
    );
  });
});

describe('the gate', () => {
  let receiver: HookReceiver;
  beforeAll(async () => {
    receiver = await startHookReceiver();
  });
  afterAll(() => receiver.close());
  const home = () => leadsTo('127.0.0.1');
  const allowed = () =>
    openEgress({ allowedHosts: [{ host: 'hook.test', certificate: HOOK_CERTIFICATE }], resolve: home() });

  it.each([
    ['http://example.org/', 'EGRESS_ADDRESS_UNFIT'],
    ['https://user:password@example.org/', 'EGRESS_ADDRESS_UNFIT'],
    ['file:///etc/passwd', 'EGRESS_ADDRESS_UNFIT'],
    ['nonsense', 'EGRESS_ADDRESS_UNFIT'],
    ['https://127.0.0.1/', 'EGRESS_ADDRESS_PRIVATE'],
    ['https://2130706433/', 'EGRESS_ADDRESS_PRIVATE'],
    ['https://0x7f.1/', 'EGRESS_ADDRESS_PRIVATE'],
    ['https://[::1]/', 'EGRESS_ADDRESS_PRIVATE'],
    ['https://[::ffff:10.0.0.1]/', 'EGRESS_ADDRESS_PRIVATE'],
    ['https://hook.test/', 'EGRESS_ADDRESS_PRIVATE'],
  ])('does not go to %s', async (url, code) =>
    expect(await openEgress({ resolve: home() })(ask(url))).toMatchObject({ ok: false, error: { code } }),
  );

  it('goes nowhere offline', async () =>
    expect(await openEgress({ isOffline: true })(ask(receiver.url))).toMatchObject({
      error: { code: 'EGRESS_OFFLINE' },
    }));

  it('refuses a name of which one address of several is private', async () => {
    const found = await new Promise((resolve) =>
      publicOnly(leadsTo('8.8.8.8', '10.0.0.1'))('two.example', { all: true }, (error) =>
        resolve(error?.code),
      ),
    );
    expect(found).toBe('EGRESS_PRIVATE');
  });

  it('hands on what it was given, and what was answered', async () => {
    receiver.answer(202, 'thanks');
    const answer = await allowed()(ask(receiver.url, { headers: { 'x-what': 'this' }, body: '{"a":1}' }));
    expect(answer).toMatchObject({ ok: true, value: { status: 202, contentType: '', body: 'thanks' } });
    expect(answer.ok && [...answer.value.bytes]).toEqual([...Buffer.from('thanks')]);
    expect(receiver.received.at(-1)).toMatchObject({ body: '{"a":1}', headers: { 'x-what': 'this' } });
  });

  it('follows no redirect', async () => {
    const before = receiver.received.length;
    receiver.answer(302, '', { location: `${receiver.url}elsewhere` });
    expect(await allowed()(ask(receiver.url))).toMatchObject({ ok: true, value: { status: 302 } });
    expect(receiver.received.length).toBe(before + 1);
  });

  it('trusts no certificate that it was not given', async () => {
    const other = openEgress({ allowedHosts: [{ host: 'hook.test', certificate: '' }], resolve: home() });
    expect(await other(ask(receiver.url))).toMatchObject({ error: { code: 'EGRESS_UNREACHABLE' } });
  });

  it('reads no more than it was told to', async () => {
    receiver.answer(200, 'x'.repeat(5_000));
    expect(await allowed()(ask(receiver.url))).toMatchObject({ error: { code: 'EGRESS_TOO_LARGE' } });
  });

  it('waits no longer than it was told to', async () => {
    const never: LookupFunction = () => {};
    const egress = openEgress({ resolve: never });
    expect(await egress(ask('https://slow.example/', { timeoutMs: 50 }))).toMatchObject({
      error: { code: 'EGRESS_TIMED_OUT' },
    });
  });
});

describe('the signature of a webhook', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const sent = { id: 'msg_1', timestamp: 1_700_000_000, body: '{"test": 2432232314}' };

  it('is HMAC-SHA256 over id, time and body, as another program computed it', () => {
    // printf 'msg_1.1700000000.{"test": 2432232314}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:… -binary | base64
    expect(signWebhook(sent, [secret])['webhook-signature']).toBe(
      'v1,6q0vaq7Rj3yq63qYXf8f3YiUy7hPxbzJxCLjoo6qNf8=',
    );
  });

  it('passes with either secret while both serve, and with no other', () => {
    const headers = signWebhook(sent, [secret, 'whsec_b2xk']);
    const check = (one: string) => verifyWebhook({ headers, body: sent.body }, one, sent.timestamp + 10);
    expect([check(secret), check('whsec_b2xk'), check('whsec_bm9uZQ==')]).toEqual([true, true, false]);
  });

  it('does not pass when it is old, or when a byte of anything is another', () => {
    const headers = signWebhook(sent, [secret]);
    expect(verifyWebhook({ headers, body: sent.body }, secret, sent.timestamp + 301)).toBe(false);
    expect(
      verifyWebhook(
        { headers: { ...headers, 'webhook-id': 'msg_2' }, body: sent.body },
        secret,
        sent.timestamp,
      ),
    ).toBe(false);
    fc.assert(
      fc.property(fc.string(), (body) => {
        fc.pre(body !== sent.body);
        expect(verifyWebhook({ headers, body }, secret, sent.timestamp)).toBe(false);
      }),
    );
  });
});
