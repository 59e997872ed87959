import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postJson } from '../api/post-json.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API4:2023: an attacker makes us spend what others need. */
let victim: Victim;
let small: Victim;

beforeAll(async () => {
  [victim, small] = await Promise.all([startVictim(), startVictim({ REQUESTS_PER_MINUTE: '20' })]);
});

afterAll(async () => {
  await Promise.all([victim?.stop(), small?.stop()]);
});

const timed = async (work: () => Promise<Response>) => {
  const began = performance.now();
  const answer = await work();
  await answer.arrayBuffer();
  return { answer, ms: performance.now() - began };
};

/** Of a refusal on a busy machine. */
const SOON = 3_000;

describe('a question that would cost much', () => {
  it.each([
    [
      'a body above the limit of its route',
      () => postJson(victim.api('/assess'), { dossier: { note: 'x'.repeat(300_000) } }),
      413,
    ],
    ['a body above every limit', () => postJson(victim.api('/assess'), 'x'.repeat(2_000_000)), 413],
    ['brackets a hundred thousand deep', () => postJson(victim.api('/assess'), '['.repeat(100_000)), 422],
    ['a page of a million rows', () => fetch(victim.api('/schools?q=a&limit=1000000')), 422],
    ['a negative page', () => fetch(victim.api('/schools?q=a&limit=-1')), 422],
    ['a search of ten thousand letters', () => fetch(victim.api(`/schools?q=${'a'.repeat(10_000)}`)), 422],
    [
      'ten thousand jurisdictions',
      () => postJson(victim.api('/assess'), { dossier: {}, jurisdictions: Array(10_000).fill('gb') }),
      422,
    ],
    [
      'an address of thirty thousand characters',
      () => fetch(victim.api(`/packs/${'a'.repeat(30_000)}`)),
      431,
    ],
  ] as const)('%s is refused, soon', async (_name, ask, status) => {
    const { answer, ms } = await timed(ask);
    expect(answer.status).toBe(status);
    expect(ms).toBeLessThan(SOON);
  });

  it.each([
    ['repeated letters', 'a'.repeat(200)],
    ['repeated words', 'university of medical university of medical university of medical university'],
    ['marks that patterns are made of', '(((((((((((((((((((((a+)+)+)+)+)+$'],
    ['combining marks', `${'e\u0301\u0308'.repeat(60)}`],
  ])('a search of %s takes no longer than others', async (_name, words) => {
    const { answer, ms } = await timed(() => fetch(victim.api(`/schools?q=${encodeURIComponent(words)}`)));
    expect(answer.status).toBeLessThan(500);
    expect(ms).toBeLessThan(SOON);
  });

  it('a compressed body is not unpacked', async () => {
    const answer = await fetch(victim.api('/assess'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: Buffer.alloc(1_000),
    });
    expect(answer.status).toBe(400);
  });

  it('a body that says it is short and is not is cut at its end', async () => {
    const said = await victim.raw(
      'POST /api/assess HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}{"dossier":{}}',
    );
    expect(said.match(/HTTP\/1\.1 \d{3}/g)?.[0]).toBe('HTTP/1.1 400');
    expect(said.match(/HTTP\/1\.1 200/g)).toBeNull();
  });

  it('a body in a million pieces ends at the limit', async () => {
    const { port } = new URL(victim.product.url);
    const status = await new Promise<number | undefined>((resolve) => {
      const sending = request({
        ...{ host: '127.0.0.1', port, path: '/api/assess', method: 'POST' },
        headers: { 'content-type': 'application/json' },
      });
      sending.once('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
        sending.destroy();
      });
      sending.once('error', () => resolve(undefined));
      const piece = Buffer.alloc(64_000, 0x20);
      for (let count = 0; count < 40; count += 1) sending.write(piece);
      sending.end();
    });
    expect(status).toBe(413);
  });
});

describe('one who asks without end', () => {
  it('is told to wait, with the seconds, and others are still answered', async () => {
    const statuses: number[] = [];
    let waiting: string | null = null;
    for (let count = 0; count < 25; count += 1) {
      const answer = await fetch(small.api('/jurisdictions'));
      await answer.arrayBuffer();
      statuses.push(answer.status);
      waiting = answer.headers.get('retry-after');
    }
    expect(statuses.slice(-3)).toEqual([429, 429, 429]);
    expect(Number(waiting)).toBeGreaterThan(0);
    expect((await fetch(small.api('/health/live'))).status).toBe(200);
  });

  it('uses up judgements sooner than pages of law, for each costs more', async () => {
    const answers = [];
    for (let count = 0; count < 3; count += 1)
      answers.push(await postJson(small.api('/assess'), { dossier: {}, jurisdictions: ['gb'] }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  });

  it('does not get more by naming other addresses in headers that only a proxy may set', async () => {
    const statuses = [];
    for (let count = 0; count < 3; count += 1) {
      const answer = await fetch(small.api('/jurisdictions'), {
        headers: {
          'x-forwarded-for': `198.51.100.${count}`,
          'x-real-ip': `198.51.100.${count}`,
          forwarded: `for=198.51.100.${count}`,
        },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([429, 429, 429]);
  });
});

describe('clients that hold connections', () => {
  it('leave room for others, two hundred of them with half a request each', async () => {
    const { port } = new URL(victim.product.url);
    const held: Socket[] = Array.from({ length: 200 }, () => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => {});
      socket.write(
        'POST /api/assess HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"do',
      );
      return socket;
    });
    await expect.poll(() => held.every((socket) => !socket.connecting)).toBe(true);
    const { answer, ms } = await timed(() => fetch(victim.api('/health/ready')));
    expect(answer.status).toBe(200);
    expect(ms).toBeLessThan(SOON);
    for (const socket of held) socket.destroy();
  });
});
