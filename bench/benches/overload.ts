/**
 * Four times what the server can answer: how much of its best is left, how soon the rest is refused, and whether it recovers. The asker is
 * another process than the server, so that two processors are wanted.
 */
import { Agent, get } from 'node:http';
import { barred, type Line } from '../line.ts';
import { startServer } from '../start-server.ts';

/** A page that is made anew for each who asks. */
const PAGE = '/agencies';
const SECONDS = 6;
const TIMES = 4;
/** An answer that comes later than this helps nobody. */
const DEADLINE_MS = 2_000;
/** Below the limit of connections per address. */
const CONNECTIONS = 200;

type Heard = { readonly status: number; readonly ms: number; readonly retryAfter: boolean };

export async function* benchOverload(): AsyncIterable<Line> {
  const server = await startServer({ REQUESTS_PER_MINUTE: '100000000' });
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = () => askFor(agent, `${server.url}${PAGE}`);
  try {
    await closedLoop(ask, 1);
    const peak = await closedLoop(ask, SECONDS);
    const heard = await openLoop(ask, peak * TIMES, SECONDS);
    const after = await closedLoop(ask, SECONDS / 2);
    yield* linesOf(peak, heard, after);
  } finally {
    agent.destroy();
    await server.stop();
  }
}

function* linesOf(peak: number, heard: readonly Heard[], after: number): Iterable<Line> {
  const good = heard.filter(({ status, ms }) => status === 200 && ms <= DEADLINE_MS);
  const refused = heard.filter(({ status }) => status === 503);
  const other = heard.filter(({ status }) => status !== 200 && status !== 503);
  const waits = refused.map(({ ms }) => ms).sort((a, b) => a - b);
  yield barred({
    id: 'overload.offered',
    value: heard.length / SECONDS / peak,
    unit: 'of peak',
    // What was due when the last millisecond had not passed.
    bar: TIMES * 0.99,
    better: 'higher',
  });
  yield barred({
    id: 'overload.goodput',
    value: good.length / SECONDS / peak,
    unit: 'of peak',
    bar: 0.8,
    better: 'higher',
  });
  yield barred({ id: 'overload.refused', value: refused.length, unit: 'requests', bar: 1, better: 'higher' });
  yield barred({
    id: 'overload.refused.without-retry-after',
    value: refused.filter(({ retryAfter }) => !retryAfter).length,
    unit: 'requests',
    bar: 0,
    better: 'lower',
  });
  yield barred({
    id: 'overload.refused.p99',
    value: waits[Math.floor(waits.length * 0.99)] ?? 0,
    unit: 'ms',
    bar: 1_000,
    better: 'lower',
  });
  yield barred({ id: 'overload.neither', value: other.length, unit: 'requests', bar: 0, better: 'lower' });
  yield barred({
    id: 'overload.recovered',
    value: after / peak,
    unit: 'of peak',
    bar: 0.8,
    better: 'higher',
  });
}

/** As many at once as keep the server busy and no more: answers a second. */
async function closedLoop(ask: () => Promise<Heard>, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let good = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < until) if ((await ask()).status === 200) good += 1;
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return good / seconds;
}

/** So many a second, whether they are answered or not: people do not wait for each other. */
async function openLoop(
  ask: () => Promise<Heard>,
  perSecond: number,
  seconds: number,
): Promise<readonly Heard[]> {
  const asked: Promise<Heard>[] = [];
  const began = performance.now();
  for (let now = 0; now < seconds * 1_000; now = performance.now() - began) {
    const due = Math.floor((now / 1_000) * perSecond);
    while (asked.length < due) asked.push(ask());
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(asked);
}

function askFor(agent: Agent, url: string): Promise<Heard> {
  const began = performance.now();
  return new Promise((resolve) => {
    const tell = (status: number, retryAfter: boolean) =>
      resolve({ status, retryAfter, ms: performance.now() - began });
    get(url, { agent }, (answer) => {
      answer.resume();
      answer.once('end', () => tell(answer.statusCode ?? 0, Number(answer.headers['retry-after']) > 0));
      answer.once('error', () => tell(0, false));
    }).once('error', () => tell(0, false));
  });
}
