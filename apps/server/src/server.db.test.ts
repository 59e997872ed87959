import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyDataFolder } from '@testamur/testing/postgres';
import { type Product, runUntilEnd, startProduct } from '@testamur/testing/product';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshServerDatabase } from '../../../adapters/postgres/contract/engines.fixture.ts';

const base = mkdtempSync(path.join(tmpdir(), 'testamur-server-'));
const folderFor = (name: string) => path.join(base, name);
/** A data folder that need not be created first: the tests below are about something else. */
const preparedFor = (name: string) => copyDataFolder(inject('preparedFolder'), folderFor(name));

afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('a running server', () => {
  let product: Product;
  const api = (address: string, init?: RequestInit) => fetch(`${product.url}/api${address}`, init);

  beforeAll(async () => {
    product = await startProduct({
      TESTAMUR_DATA: folderFor('running'),
      BODY_LIMIT_BYTES: '2048',
      LOG_LEVEL: 'info',
    });
  });

  afterAll(() => product?.stop());

  it('says where it is, where its data lies, and what the embedded database does not promise', () => {
    expect(product.said()).toContain(`Testamur is ready: ${product.url}/`);
    expect(product.said()).toContain(folderFor('running'));
    expect(product.said()).toContain('power cut');
  });

  it('is alive and ready', async () => {
    expect(await (await api('/health/live')).json()).toEqual({ status: 'alive' });
    expect(await (await api('/health/ready')).json()).toMatchObject({ status: 'ready', engine: 'embedded' });
  });

  it('describes itself in OpenAPI 3.1, every operation with a summary', async () => {
    const description = (await (await api('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { summary?: string }>>;
    };
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(description.paths)).toContain('/api/health/ready');
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    for (const operation of operations) expect(operation.summary).toBeTruthy();
  });

  const json = { 'content-type': 'application/json' };
  it.each([
    { name: 'an unknown address', address: '/nix', init: {}, status: 404, code: 'HTTP_NOT_FOUND' },
    {
      name: 'a body that is not JSON',
      address: '/nix',
      init: { method: 'POST', headers: json, body: '{"a":' },
      status: 400,
      code: 'KERNEL_JSON_SYNTAX',
    },
    {
      name: 'a body that names a member twice',
      address: '/nix',
      init: { method: 'POST', headers: json, body: '{"a":1,"a":2}' },
      status: 422,
      code: 'KERNEL_JSON_DUPLICATE_KEY',
    },
    {
      name: 'a body with __proto__',
      address: '/nix',
      init: { method: 'POST', headers: json, body: '{"__proto__":{"admin":true}}' },
      status: 422,
      code: 'KERNEL_JSON_FORBIDDEN_KEY',
    },
    {
      name: 'a body nested a thousand deep',
      address: '/nix',
      init: { method: 'POST', headers: json, body: '['.repeat(1000) + ']'.repeat(1000) },
      status: 422,
      code: 'KERNEL_JSON_TOO_DEEP',
    },
    {
      name: 'a body above the limit',
      address: '/nix',
      init: { method: 'POST', headers: json, body: JSON.stringify('x'.repeat(4096)) },
      status: 413,
      code: 'HTTP_BODY_TOO_LARGE',
    },
    {
      name: 'a body of another type',
      address: '/nix',
      init: { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<a/>' },
      status: 415,
      code: 'HTTP_MEDIA_TYPE_UNSUPPORTED',
    },
  ])('answers $name with a problem document: $status $code', async ({ address, init, status, code }) => {
    const answer = await api(address, init);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, code, detail: expect.stringMatching(/\.$/) });
  });

  it('serves the portal on every other path, with a page for what is not there', async () => {
    expect((await fetch(`${product.url}/`)).status).toBe(200);
    const missing = await fetch(`${product.url}/no/such/page`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('text/html');
  });

  it('closes the connection of a client that sends half a header', async () => {
    const { port } = new URL(product.url);
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), 'localhost', () => socket.end('GET / HTT'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answered).toMatch(/^HTTP\/1\.1 400/);
  });

  it('writes nothing of a body into its log', async () => {
    await api('/nix', { method: 'POST', headers: json, body: JSON.stringify({ passport: 'K1234567' }) });
    expect(product.said()).toContain('"route":"/api/*"');
    expect(product.said()).not.toContain('/api/nix');
    expect(product.said()).not.toContain('K1234567');
  });
});

describe('start', () => {
  it('refuses a second server in the same data folder, and names the first', async () => {
    const first = await startProduct({ TESTAMUR_DATA: preparedFor('twice') });
    const second = await runUntilEnd({ TESTAMUR_DATA: folderFor('twice'), PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.said).toContain(`in use by process ${first.process.pid}`);
    expect(second.said).toContain('TESTAMUR_DATA');
    await first.stop();
  });

  it('names a free port when the port is taken, and gives the data folder back', async () => {
    const other = await listenSomewhere();
    const { port } = other.address() as AddressInfo;
    const folder = preparedFor('port');
    const refused = await runUntilEnd({ TESTAMUR_DATA: folder, PORT: String(port) });
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`Port ${port} is taken`);
    const suggested = /PORT=(\d+) npm start/.exec(refused.said)?.[1];
    expect(existsSync(path.join(folder, 'database.lock'))).toBe(false);
    const product = await startProduct({ TESTAMUR_DATA: folder, PORT: suggested ?? '' });
    expect(product.url).toBe(`http://localhost:${suggested}`);
    await product.stop();
  });

  const troubles: { name: string; prepare: (folder: string) => Record<string, string>; says: RegExp }[] = [
    {
      name: 'a data folder that cannot be written',
      // A file in the way stops root as well; permission bits would not.
      prepare: (folder) => {
        writeFileSync(folder, '');
        return { TESTAMUR_DATA: path.join(folder, 'inside') };
      },
      says: /cannot be created or written[\s\S]*set TESTAMUR_DATA/,
    },
    {
      name: 'a data folder of another version',
      prepare: (folder) => {
        mkdirSync(path.join(folder, 'database'), { recursive: true });
        writeFileSync(path.join(folder, 'database', 'PG_VERSION'), '17\n');
        return { TESTAMUR_DATA: folder };
      },
      says: /made by PostgreSQL 17[\s\S]*Nothing was changed[\s\S]*set TESTAMUR_DATA/i,
    },
    {
      name: 'a port that is no number',
      prepare: (folder) => ({ TESTAMUR_DATA: folder, PORT: 'eighty' }),
      says: /PORT="eighty" cannot be used/,
    },
    {
      name: 'an address that this machine does not have',
      prepare: (folder) => ({ TESTAMUR_DATA: folder, PORT: '0', HOST: '192.0.2.1' }),
      says: /HOST=192\.0\.2\.1 is not an address[\s\S]*127\.0\.0\.1/,
    },
    {
      name: 'a base path that the portal was not built for',
      prepare: (folder) => ({ TESTAMUR_DATA: folder, BASE_PATH: '/elsewhere' }),
      says: /not for "\/elsewhere"[\s\S]*BASE_PATH=\/elsewhere npm run build/,
    },
    {
      name: 'a DATABASE_URL that is no address',
      prepare: () => ({ DATABASE_URL: 'mysql://root@localhost/x' }),
      says: /DATABASE_URL is not the address[\s\S]*postgres:\/\//,
    },
    {
      name: 'a database server that does not answer',
      prepare: () => ({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
      says: /does not let us in[\s\S]*Check host, port/,
    },
  ];
  it.each(troubles)('meets $name with a sentence that says what to do', async ({ name, prepare, says }) => {
    const ended = await runUntilEnd({ PORT: '0', ...prepare(folderFor(name.replaceAll(/\W/g, '-'))) });
    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(says);
    expect(ended.said).not.toMatch(/\n {4}at /);
  });

  it.skipIf(process.getuid?.() === 0)('says so when permission bits forbid writing', async () => {
    const folder = folderFor('forbidden');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    const ended = await runUntilEnd({ TESTAMUR_DATA: folder, PORT: '0' });
    expect(ended.said).toMatch(/cannot be created or written \(EACCES\)/);
  });

  it('uses the server of DATABASE_URL when there is one', async () => {
    const { owner } = await freshServerDatabase(inject('databaseUrl'));
    const product = await startProduct({ DATABASE_URL: owner });
    const ready = await fetch(`${product.url}/api/health/ready`);
    expect(await ready.json()).toMatchObject({ engine: 'server' });
    expect(product.said()).not.toContain('power cut');
    await product.stop();
  });
});

describe('stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with code 0 on %s and gives the lock back',
    async (signal) => {
      const folder = preparedFor(signal);
      const product = await startProduct({ TESTAMUR_DATA: folder });
      expect(existsSync(path.join(folder, 'database.lock'))).toBe(true);
      expect(await product.stop(signal)).toBe(0);
      expect(existsSync(path.join(folder, 'database.lock'))).toBe(false);
    },
  );

  it('lets a request that has begun finish first', async () => {
    const product = await startProduct({ TESTAMUR_DATA: preparedFor('graceful') });
    const body = JSON.stringify({ note: 'half before the signal, half after it' });
    const { sending, answered } = await beginRequest(product, body.length);
    sending.write(body.slice(0, 10));
    product.process.kill('SIGTERM');
    await untilRefused(product);
    sending.end(body.slice(10));
    expect(await answered).toBe(404);
    expect(await product.ended()).toBe(0);
  });

  it('cuts off a client that never finishes its request', async () => {
    const product = await startProduct({ TESTAMUR_DATA: preparedFor('endless') });
    const { sending, answered } = await beginRequest(product, 100);
    sending.write('{"a":');
    product.process.kill('SIGTERM');
    expect(await product.ended()).toBe(0);
    await expect(answered).rejects.toThrow();
  });

  it('starts again after kill -9', async () => {
    const folder = preparedFor('killed');
    const killed = await startProduct({ TESTAMUR_DATA: folder });
    await killed.stop('SIGKILL');
    const again = await startProduct({ TESTAMUR_DATA: folder });
    expect((await fetch(`${again.url}/api/health/ready`)).status).toBe(200);
    await again.stop();
  });
});

describe('limits', () => {
  it('answers 429 with a problem document above the limit, and never limits the health checks', async () => {
    const product = await startProduct({ TESTAMUR_DATA: preparedFor('limits'), REQUESTS_PER_MINUTE: '3' });
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const answer = await fetch(`${product.url}/api/openapi.json`);
      statuses.push(answer.status);
      if (answer.status === 429) expect(await answer.json()).toMatchObject({ code: 'HTTP_RATE_LIMITED' });
      expect((await fetch(`${product.url}/api/health/live`)).status).toBe(200);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    await product.stop();
  });
});

/** A request whose headers the server has read, and no more: it has answered `100 Continue` (RFC 9110 section 10.1.1). */
function beginRequest(
  product: Product,
  length: number,
): Promise<{ sending: ClientRequest; answered: Promise<number | undefined> }> {
  return new Promise((resolve, reject) => {
    const sending = request(`${product.url}/api/nix`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': length, expect: '100-continue' },
    });
    const answered = new Promise<number | undefined>((done, fail) => {
      sending.once('response', (response) => done(response.resume().statusCode));
      sending.once('error', fail);
    });
    answered.catch(reject);
    sending.once('continue', () => resolve({ sending, answered }));
    sending.flushHeaders();
  });
}

/** Until the server takes no new connection: it has heard the signal. */
async function untilRefused(product: Product): Promise<void> {
  const { port } = new URL(product.url);
  for (let refused = false; !refused; ) {
    refused = await new Promise((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.once('connect', () => resolve(false));
      socket.once('error', () => resolve(true));
      socket.once('connect', () => socket.destroy());
    });
  }
}

function listenSomewhere(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
