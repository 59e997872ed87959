import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectOk, utf8Of } from '@testamur/engines/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigner, verifyEd25519 } from './ed25519.ts';
import { httpFiles } from './http-files.ts';
import { initLog } from './init-log.ts';
import { mirrorLog } from './mirror-log.ts';
import { nodeFiles } from './node-files.ts';
import { openLog } from './open-log.ts';

const base = mkdtempSync(path.join(tmpdir(), 'testamur-http-log-'));
const { signer } = expectOk(createSigner('example.org/log'), 'a good name');
const trust = { log: signer.key, verify: verifyEd25519 };
const files = nodeFiles(path.join(base, 'log'));
let server: Server;
let address: string;

beforeAll(async () => {
  expectOk(await initLog(files, signer), 'an empty folder');
  const log = expectOk(await openLog({ files, signer }), 'it was just begun');
  await Promise.all(Array.from({ length: 300 }, (_, n) => log.append(utf8Of(`entry ${n}`))));
  await log.close();
  server = createServer(async (request, response) => {
    const asked = (request.url ?? '').replace('/of/the/log/', '');
    if (request.url?.startsWith('/moved/'))
      return response.writeHead(302, { location: '/of/the/log/checkpoint' }).end();
    if (request.url?.startsWith('/broken/')) return response.writeHead(500).end();
    if (request.url?.startsWith('/endless/')) {
      const sending = setInterval(() => response.write(Buffer.alloc(4_000_000)), 1);
      return response.on('close', () => clearInterval(sending));
    }
    const bytes = await files.read(asked);
    return bytes === undefined ? response.writeHead(404).end() : response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(base, { recursive: true, force: true });
});

describe('a log at an address', () => {
  it.each(['', '/'])('is mirrored whole, wherever it lies (%j behind it)', async (end) => {
    const source = expectOk(httpFiles(`${address}/of/the/log${end}`), 'this machine');
    const copy = nodeFiles(path.join(base, `copy-${end.length}`));
    expect(await mirrorLog(source, copy, trust)).toMatchObject({ ok: true, value: { from: 0, size: 300 } });
  });

  it.each([
    ['http://example.org/log', 'plain http'],
    ['https://user:secret@example.org/log', 'a user name'],
    ['ftp://example.org/log', 'another protocol'],
    ['file:///etc', 'a file'],
    ['example.org/log', 'no protocol'],
    ['http://127.0.0.1.example.org/log', 'a host that only begins like this machine'],
  ])('is refused before anything is asked: %s (%s)', (given) => {
    expect(httpFiles(given)).toMatchObject({ ok: false, error: { code: 'LOG_ADDRESS_REFUSED' } });
  });

  it.each([
    ['sends us elsewhere', '/moved'],
    ['fails', '/broken'],
    ['sends without end', '/endless'],
  ])('that %s is told as trouble with the address', async (_what, at) => {
    const source = expectOk(httpFiles(address + at), 'this machine');
    await expect(source.read('checkpoint')).rejects.toThrow();
    expect(source.trouble()).toMatchObject({ code: 'LOG_UNREACHABLE' });
  });

  it('that does not answer is given up', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const source = expectOk(httpFiles(`http://localhost:${port}`, { timeoutMs: 200 }), 'this machine');
    await expect(source.read('checkpoint')).rejects.toThrow();
    silent.closeAllConnections();
    silent.close();
  });
});
