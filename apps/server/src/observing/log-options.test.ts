import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { coarsen } from './coarsen-address.ts';
import { logOptions, NEVER_LOGGED } from './log-options.ts';

/** What must never be read in a log: each is put into another part of a request or an object. */
const SECRETS = {
  inPath: 'path-secret-8431',
  inQuery: 'query-secret-8431',
  inBody: 'body-secret-8431',
  inHeader: 'header-secret-8431',
  inError: 'error-secret-8431',
};

function makeApp() {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(...chunk.toString('utf8').trim().split('\n'));
      done();
    },
  });
  const app = Fastify({ logger: logOptions('debug', stream), trustProxy: true });
  app.post('/join/:secret', async () => ({ ok: true }));
  app.post('/fail/:secret', async (request) => {
    request.log.error({ err: new TypeError(SECRETS.inError) }, 'it failed');
    throw new Error(SECRETS.inError);
  });
  const send = (url: string) =>
    app.inject({
      method: 'POST',
      url: `${url}/${SECRETS.inPath}?token=${SECRETS.inQuery}`,
      headers: {
        'x-forwarded-for': '203.0.113.77',
        cookie: `session=${SECRETS.inHeader}`,
        'user-agent': SECRETS.inHeader,
      },
      payload: { passport: SECRETS.inBody },
    });
  return { app, lines, send };
}

describe('the log', () => {
  it.each(['/join', '/fail', '/nowhere'])(
    'writes of a request to %s its route and network, and no secret',
    async (url) => {
      const { lines, send } = makeApp();
      await send(url);
      const said = lines.join('\n');
      expect(lines.length).toBeGreaterThanOrEqual(2);
      for (const [where, secret] of Object.entries(SECRETS))
        expect([where, said.includes(secret)]).toEqual([where, false]);
      expect(said).not.toContain('203.0.113.77');
      const [first] = lines.map((line) => JSON.parse(line));
      expect(first.req).toMatchObject({ method: 'POST', from: '203.0.113.0/24' });
      if (url !== '/nowhere') expect(first.req.route).toBe(`${url}/:secret`);
    },
  );

  it('tells of an error its kind and where it came from', async () => {
    const { lines, send } = makeApp();
    await send('/fail');
    const told = lines.map((line) => JSON.parse(line)).find((line) => line.msg === 'it failed');
    expect(told.err).toMatchObject({ type: 'TypeError', message: '[left out]' });
    expect(told.err.stack).toContain('log-options.test.ts');
  });

  it.each([...NEVER_LOGGED])('leaves out %s, at the top and inside', (name) => {
    const { app, lines } = makeApp();
    app.log.info({ [name]: 'K1234567', inside: { [name]: 'K1234567' }, kept: 'kept' }, 'said');
    expect(lines.join()).toContain('kept');
    expect(lines.join()).not.toContain('K1234567');
  });
});

describe('coarsen', () => {
  it.each([
    ['192.0.2.130', '192.0.2.0/24'],
    ['::ffff:192.0.2.130', '192.0.2.0/24'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::/48'],
    ['2001:0DB8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['my house', 'unknown'],
    [undefined, 'unknown'],
  ])('makes of %s the network %s', (address, network) => {
    expect(coarsen(address)).toBe(network);
  });
});
