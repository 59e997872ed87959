import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Egress, openEgress } from '@testamur/adapters/egress';
import { parseYaml } from '@testamur/engines/yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** OWASP API10:2023: an attacker stands where we read from: an address that we are told to call, a file that we are given. */
const held: Socket[] = [];
const told: Socket[] = [];
let silent: Server;
let rude: Server;

const listen = async (server: Server): Promise<Server> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  silent = await listen(createServer((socket) => void held.push(socket)));
  rude = await listen(
    createServer((socket) => {
      told.push(socket);
      socket.on('error', () => {});
      // What is never read keeps a connection open for ever.
      socket.resume();
      socket.end(
        `HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 1000000000\r\n\r\n`,
      );
    }),
  );
});

afterAll(async () => {
  for (const socket of [...held, ...told]) socket.destroy();
  await Promise.all([silent, rude].map((server) => new Promise((resolve) => server.close(resolve))));
});

const call = async (egress: Egress, url: string) => {
  const began = performance.now();
  const answer = await egress({
    method: 'POST',
    url,
    headers: {},
    body: '{}',
    timeoutMs: 400,
    mostBytes: 1_000,
  });
  return { code: answer.ok ? 'answered' : answer.error.code, ms: performance.now() - began };
};

describe('an address that we are told to call', () => {
  const egress = openEgress({});
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://10.0.0.1:5432/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00::1]/',
    'https://0.0.0.0/',
  ])('%s, which is not public, is not reached', async (url) => {
    expect((await call(egress, url)).code).toBe('EGRESS_ADDRESS_PRIVATE');
  });

  it.each(['https://localhost/', 'https://localhost./'])(
    '%s, a name of this machine, is not reached',
    async (url) => {
      const asHere = openEgress({
        resolve: (_host, _options, done) => done(null, [{ address: '::1', family: 6 }]),
      });
      expect((await call(asHere, url)).code).toBe('EGRESS_ADDRESS_PRIVATE');
    },
  );

  it.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'https://user:password@example.org/',
    'javascript:1',
    '//example.org',
    '',
  ])('%j, which is not plain https, is not reached', async (url) => {
    expect((await call(egress, url)).code).toBe('EGRESS_ADDRESS_UNFIT');
  });

  it('by a name that leads to this machine on second thoughts is not reached', async () => {
    const turning = openEgress({
      resolve: (_host, options, done) => {
        const found = [
          { address: '93.184.216.34', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ];
        if (options.all) done(null, found);
        else done(null, '127.0.0.1', 4);
      },
    });
    expect((await call(turning, `https://turning.example:${portOf(silent)}/`)).code).toBe(
      'EGRESS_ADDRESS_PRIVATE',
    );
    expect(held).toEqual([]);
  });

  const known = (): Egress =>
    openEgress({
      allowedHosts: [{ host: 'known.example', certificate: '' }],
      resolve: (_host, options, done) => {
        if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
        else done(null, '127.0.0.1', 4);
      },
    });

  it('which never says a word is given up when its time is over', async () => {
    const { code, ms } = await call(known(), `https://known.example:${portOf(silent)}/`);
    expect(code).toBe('EGRESS_TIMED_OUT');
    expect(ms).toBeLessThan(5_000);
    expect(held.length).toBeGreaterThan(0);
  });

  it('which answers without TLS is not believed, nor followed', async () => {
    expect((await call(known(), `https://known.example:${portOf(rude)}/`)).code).toBe('EGRESS_UNREACHABLE');
  });

  it('is not reached at all by an installation that reaches nobody', async () => {
    expect((await call(openEgress({ isOffline: true }), 'https://example.org/')).code).toBe('EGRESS_OFFLINE');
  });
});

describe('a file that we are given', () => {
  it.each([
    [
      'aliases that unfold to billions',
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*${index === 0 ? 'a' : `b${index - 1}`}, *${index === 0 ? 'a' : `b${index - 1}`}]`).join('\n')}`,
    ],
    ['a type that makes an object of the language', 'a: !!js/function "function(){}"'],
    ['a member named twice', 'a: 1\na: 2'],
  ])('with %s is refused, soon', (_name, text) => {
    const began = performance.now();
    const read = parseYaml(text, 'given.yaml');
    expect(read.problems.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
