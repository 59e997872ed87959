import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { guardServer, LIMITS, type ServerLimits } from './guard-server.ts';

/** Times that a test can wait for; the real ones are a hundred times longer. */
const SHORT: ServerLimits = {
  ...LIMITS,
  headersMs: 150,
  requestMs: 300,
  silenceMs: 300,
  keepAliveMs: 200,
  lookEveryMs: 50,
  neverRefused: '/health',
};

let server: Server | undefined;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
});

const readBody: RequestListener = (request, response) => {
  request.resume();
  request.once('end', () => response.end('whole'));
};

async function start(limits: Partial<ServerLimits>, handler = readBody): Promise<number> {
  server = guardServer(handler, { ...SHORT, ...limits });
  const started = server;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

type Line = { readonly socket: Socket; heard(): string; closed: Promise<number> };

function dial(port: number): Line {
  const began = Date.now();
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(Date.now() - began)));
  return { socket, heard: () => text, closed };
}

const ask = async (port: number, path = '/'): Promise<{ status: number; ms: number }> => {
  const began = Date.now();
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status, ms: Date.now() - began };
};

describe('a client that is slow on purpose', () => {
  it.each([
    ['sends half a header and waits', ['GET / HTTP/1.1\r\nHost: x\r\nX-A: '], 408],
    [
      'sends one byte of its headers at a time',
      [...'GET / HTTP/1.1\r\nHost: somewhere\r\nX-Long: aaaaaa'],
      408,
    ],
    [
      'sends one byte of its body at a time',
      ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n', ...'a'.repeat(50)],
      408,
    ],
  ])('that %s is cut off with 408', async (_name, pieces, status) => {
    const port = await start({});
    const line = dial(port);
    const [first = '', ...rest] = pieces;
    line.socket.write(first);
    const sending = setInterval(() => {
      const next = rest.shift();
      if (next !== undefined && line.socket.writable) line.socket.write(next);
    }, 20);
    const ms = await line.closed;
    clearInterval(sending);
    expect(line.heard()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    // Whoever writes a byte now and then is cut off by the clock of the whole request, not by that of silence.
    expect(ms).toBeLessThan(5_000);
  });

  it('that connects and says nothing is cut off', async () => {
    const line = dial(await start({}));
    expect(await line.closed).toBeLessThan(5_000);
  });

  it('that reads nothing of a large answer is cut off', async () => {
    let seen: 'nothing' | 'asked' | 'gone' = 'nothing';
    const port = await start({}, (_request: IncomingMessage, response: ServerResponse) => {
      seen = 'asked';
      response.once('close', () => {
        seen = 'gone';
      });
      response.end(Buffer.alloc(64_000_000));
    });
    const { socket } = dial(port);
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => seen, { timeout: 20_000 }).toBe('gone');
  });

  it('that has been answered and stays is let go', async () => {
    const line = dial(await start({}));
    line.socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await line.closed).toBeLessThan(5_000);
    expect(line.heard()).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('one among many', () => {
  it('is answered while a hundred others hold half a request each', async () => {
    const port = await start({ headersMs: 20_000, requestMs: 20_000, silenceMs: 20_000 });
    const lines = Array.from({ length: 100 }, () => dial(port));
    for (const { socket } of lines)
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf');
    await expect.poll(() => lines.every(({ socket }) => !socket.connecting)).toBe(true);
    const asked = await Promise.all(Array.from({ length: 20 }, () => ask(port)));
    expect(asked.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(Math.max(...asked.map(({ ms }) => ms))).toBeLessThan(2_000);
  });

  it('of one address holds no more connections than its share, and gets a new one when one ends', async () => {
    const port = await start({ mostPerAddress: 3, headersMs: 20_000, requestMs: 20_000, silenceMs: 20_000 });
    const [first, , , fourth] = [dial(port), dial(port), dial(port), dial(port)];
    await fourth?.closed;
    expect(first?.socket.destroyed).toBe(false);
    first?.socket.destroy();
    await first?.closed;
    await expect
      .poll(() =>
        ask(port).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
  });

  it('is not counted by address where a proxy stands in front', async () => {
    const port = await start({
      mostPerAddress: undefined,
      headersMs: 20_000,
      requestMs: 20_000,
      silenceMs: 20_000,
    });
    const lines = Array.from({ length: 300 }, () => dial(port));
    await expect.poll(() => lines.every(({ socket }) => !socket.connecting)).toBe(true);
    expect((await ask(port)).status).toBe(200);
  });

  it('is refused a header of more bytes than anybody needs', async () => {
    const line = dial(await start({}));
    line.socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(LIMITS.headerBytes)}\r\n\r\n`);
    await line.closed;
    expect(line.heard()).toMatch(/^HTTP\/1.1 431 /);
  });
});

describe('above what can be answered', () => {
  const never: RequestListener = () => {};

  it('a request is refused at once with 503, a problem document, and when to come back', async () => {
    const port = await start({ mostInFlight: 2, requestMs: 20_000, silenceMs: 20_000 }, never);
    for (let count = 0; count < 2; count += 1) dial(port).socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => ask(port).then(({ status }) => status)).toBe(503);
    const refused = await fetch(`http://127.0.0.1:${port}/`);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await refused.json()).toMatchObject({ status: 503, code: 'HTTP_OVERLOADED' });
    const head = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([503, '']);
  });

  it('whoever watches over the server is still answered', async () => {
    const port = await start({ mostInFlight: 0 });
    expect((await ask(port, '/health/live')).status).toBe(200);
    expect((await ask(port, '/')).status).toBe(503);
  });
});
