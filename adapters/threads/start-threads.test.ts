import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { placesOf } from './answer-asks.ts';
import { startThreads, type Threads, type ThreadsOptions } from './start-threads.ts';

type Ask = { readonly act: string; readonly value?: number };
const file = fileURLToPath(new URL('./thread.fixture.mjs', import.meta.url));
/** Longer than a busy machine takes to start a thread, or to fill its memory. */
const LONG = 60_000;
let threads: Threads<Ask, unknown>;
let failures: string[] = [];

function start(options: Partial<ThreadsOptions> = {}): Threads<Ask, unknown> {
  failures = [];
  const onFailure = (where: string) => void failures.push(where);
  threads = startThreads({
    ...{ file, threads: 1, mostWaiting: 10, limitMs: LONG, memoryMb: 64, onFailure },
    ...options,
  });
  return threads;
}

afterEach(() => threads.close());

const codeOf = async (asked: ReturnType<Threads<Ask, unknown>['ask']>) => {
  const result = await asked;
  return result.ok ? result.value : result.error.code;
};

describe('threads', () => {
  it('answer each question with its own answer, however many wait', async () => {
    const { ask } = start({ threads: 2, mostWaiting: 100 });
    const values = Array.from({ length: 50 }, (_, index) => index);
    const answers = await Promise.all(values.map((value) => codeOf(ask({ act: 'double', value }))));
    expect(answers).toEqual(values.map((value) => value * 2));
  });

  it('leave the main thread free', async () => {
    const { ask } = start();
    const spinning = codeOf(ask({ act: 'spin', value: 1_500 }));
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    expect(await spinning).toBe('done');
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(3);
  });

  it.each([
    ['a fault in the answer', { act: 'fail' }, 'THREADS_FAILED', LONG],
    ['a thread that ends by itself', { act: 'exit' }, 'THREADS_FAILED', LONG],
    ['an answer without end', { act: 'spin', value: 600_000 }, 'THREADS_TIMED_OUT', 5_000],
    ['an answer without bounds', { act: 'hoard' }, 'THREADS_EXHAUSTED', LONG],
  ])('refuse %s and go on with the next question', async (_name, bad, code, limitMs) => {
    const { ask } = start({ limitMs });
    const [refused, next] = [codeOf(ask(bad)), codeOf(ask({ act: 'double', value: 4 }))];
    expect([await refused, await next]).toEqual([code, 8]);
  });

  it('refuse when too many wait', async () => {
    const { ask } = start({ mostWaiting: 1 });
    const asked = [1, 2, 3].map((value) => codeOf(ask({ act: 'double', value })));
    expect(await Promise.all(asked)).toEqual([2, 4, 'THREADS_BUSY']);
  });

  it('drop a question whose asker has gone, before it begins', async () => {
    const { ask } = start();
    const first = codeOf(ask({ act: 'spin', value: 100 }));
    const leaving = new AbortController();
    const dropped = codeOf(ask({ act: 'spin', value: 60_000 }, leaving.signal));
    leaving.abort();
    expect(await dropped).toBe('THREADS_ABANDONED');
    expect(await first).toBe('done');
    expect(await codeOf(ask({ act: 'double', value: 1 }, leaving.signal))).toBe('THREADS_ABANDONED');
  });

  it('refuse what is asked, running or waiting when they close', async () => {
    const { ask, close } = start();
    const asked = [ask({ act: 'spin', value: 60_000 }), ask({ act: 'double', value: 1 })].map(codeOf);
    await close();
    expect(await Promise.all([...asked, codeOf(ask({ act: 'double', value: 1 }))])).toEqual([
      'THREADS_STOPPED',
      'THREADS_STOPPED',
      'THREADS_STOPPED',
    ]);
  });

  it('tell where they failed', async () => {
    await codeOf(start().ask({ act: 'fail' }));
    expect(failures).toEqual(['TypeError\n    at somewhere']);
  });
});

describe('the places of an error', () => {
  it('do not hold its message, whatever lines that has', () => {
    const error = new TypeError('passport\n    at K1234567\nof Ada');
    expect(placesOf(error)).toMatch(/^TypeError\n {4}at /);
    expect(placesOf(error)).not.toMatch(/K1234567|Ada/);
    expect(placesOf('K1234567')).toBe('string');
  });
});
