import { type Day, err, expectOk, ok, parseDay } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { keepReach } from './keep-reach.ts';

const today = expectOk(parseDay('2026-11-22'), 'a day of a test');
const days = { today, latest: today };
const PATIENT = 1_000;

/** A judge with so many parts, which fails when it is told to; each part waits until it is let go. */
function makeJudge({ parts = 3, isHeld = false } = {}) {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const state = { fails: false };
  return {
    asked,
    state,
    letGo: () => waiting.shift()?.(),
    reach: async ({ pack, part }: { readonly pack: string; readonly part: number }) => {
      asked.push(`${pack} ${part}`);
      if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
      if (state.fails) return err([{ code: 'THREADS_BUSY', message: 'Busy.' } as const]);
      return ok({ parts, people: 2, classes: [] });
    },
  };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('who can reach an authority', () => {
  it('is worked out part by part, once for a pack and day', async () => {
    const judge = makeJudge();
    const kept = keepReach(judge);
    const [first, second] = await Promise.all([kept.ask('gb', days, PATIENT), kept.ask('gb', days, PATIENT)]);
    expect(judge.asked).toEqual(['gb 0', 'gb 1', 'gb 2']);
    expect(first).toEqual(second);
    if (first.state !== 'ready') throw new Error(first.state);
    expect(JSON.parse(first.json.bytes.toString())).toMatchObject({
      pack: 'gb',
      on: '2026-11-22',
      people: 6,
    });
  });

  it('is worked out again on the next day', async () => {
    const judge = makeJudge({ parts: 1 });
    const kept = keepReach(judge);
    await kept.ask('gb', days, PATIENT);
    const tomorrow = (today + 1) as Day;
    const answer = await kept.ask('gb', { today: tomorrow, latest: tomorrow }, PATIENT);
    expect(judge.asked).toEqual(['gb 0', 'gb 0']);
    expect(answer.state === 'ready' && answer.json.bytes.toString()).toContain('2026-11-23');
  });

  it('tells whoever has no patience how far it is, and goes on', async () => {
    const judge = makeJudge({ isHeld: true });
    const kept = keepReach(judge);
    expect(await kept.ask('gb', days, 5)).toMatchObject({ state: 'working', done: 0 });
    judge.letGo();
    expect(await kept.ask('gb', days, 5)).toMatchObject({
      state: 'working',
      done: 1,
      parts: 3,
      secondsLeft: 4,
    });
    judge.letGo();
    await turn();
    judge.letGo();
    expect(await kept.ask('gb', days, PATIENT)).toMatchObject({ state: 'ready' });
    expect(judge.asked).toHaveLength(3);
  });

  it('is worked out for one pack at a time', async () => {
    const judge = makeJudge({ parts: 1, isHeld: true });
    const kept = keepReach(judge);
    await Promise.all([kept.ask('gb', days, 5), kept.ask('sg', days, 5)]);
    expect(judge.asked).toEqual(['gb 0']);
    judge.letGo();
    await turn();
    expect(judge.asked).toEqual(['gb 0', 'sg 0']);
  });

  it('that failed is tried again, and does not stop the next pack', async () => {
    const judge = makeJudge({ parts: 1 });
    const kept = keepReach(judge);
    judge.state.fails = true;
    expect(await kept.ask('gb', days, PATIENT)).toMatchObject({ state: 'failed' });
    judge.state.fails = false;
    expect(await kept.ask('sg', days, PATIENT)).toMatchObject({ state: 'ready' });
    expect(await kept.ask('gb', days, PATIENT)).toMatchObject({ state: 'ready' });
  });
});
