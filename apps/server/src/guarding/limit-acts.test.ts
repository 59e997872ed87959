import { describe, expect, it } from 'vitest';
import { type ActLimits, limitActs, type SharedCount } from './limit-acts.ts';

const MINUTE = 60_000;
const LIMITS: ActLimits = {
  usual: { most: 60, spanMs: MINUTE },
  stepUp: { most: 3, spanMs: MINUTE },
  byAct: { 'identifying.ask-for-link': { most: 5, spanMs: 60 * MINUTE } },
};
const ASKED = {
  who: 'ada',
  network: '192.0.2.0/24',
  act: 'people.invite-member',
  needsStepUp: false,
  nowMs: 0,
};

/** What the database does (`adapters/postgres/fences/allowance-functions.ts`), in memory; a test there compares. */
function countInMemory(): SharedCount & { asked: number } {
  const buckets = new Map<string, { left: number; at: number }>();
  const count = async ({ who, what, most, spanMs, wanted, nowMs }: Parameters<SharedCount>[0]) => {
    shared.asked += 1;
    const { left, at } = buckets.get(`${what} ${who}`) ?? { left: most, at: nowMs };
    const now = Math.max(nowMs, at);
    const filled = Math.min(most, left + (most * (now - at)) / spanMs);
    const granted = Math.min(wanted, Math.floor(filled + 1e-9));
    buckets.set(`${what} ${who}`, { left: filled - granted, at: now });
    return { granted, waitMs: granted > 0 ? 0 : Math.ceil(((1 - filled) * spanMs) / most) };
  };
  const shared = Object.assign(count, { asked: 0 });
  return shared;
}

async function countTaken(
  limiter: ReturnType<typeof limitActs>,
  asked: Partial<typeof ASKED>,
  times: number,
) {
  let taken = 0;
  for (let time = 0; time < times; time += 1)
    if ((await limiter.take({ ...ASKED, ...asked })) === undefined) taken += 1;
  return taken;
}

describe('acts within a minute', () => {
  it('are as many as the limit says, fewer where a fresh proof is needed', async () => {
    const limiter = limitActs(LIMITS, countInMemory());
    expect(await countTaken(limiter, {}, 100)).toBe(60);
    expect(await countTaken(limiter, { act: 'people.assign-role', needsStepUp: true }, 100)).toBe(3);
  });

  it('are counted for each actor and each act by itself', async () => {
    const limiter = limitActs(LIMITS, countInMemory());
    await countTaken(limiter, {}, 100);
    expect(await countTaken(limiter, { who: 'eve' }, 100)).toBe(60);
    expect(await countTaken(limiter, { act: 'people.list-members' }, 100)).toBe(60);
    expect(await countTaken(limiter, {}, 1)).toBe(0);
  });

  it('are counted for a network where the act has a limit of its own, whoever asks from there', async () => {
    const limiter = limitActs(LIMITS, countInMemory());
    const act = 'identifying.ask-for-link';
    let taken = 0;
    for (let n = 0; n < 20; n += 1) taken += await countTaken(limiter, { act, who: `192.0.2.${n}` }, 1);
    expect(taken).toBe(5);
    expect(await countTaken(limiter, { act, network: '198.51.100.0/24' }, 20)).toBe(5);
  });

  it('come back evenly, never above the limit, and not with a clock that goes back', async () => {
    const limiter = limitActs(LIMITS, countInMemory());
    await countTaken(limiter, { nowMs: 60_000 }, 100);
    expect(await countTaken(limiter, { nowMs: 0 }, 10)).toBe(0);
    expect(await countTaken(limiter, { nowMs: 70_000 }, 100)).toBe(10);
    expect(await countTaken(limiter, { nowMs: 10_000_000 }, 100)).toBe(60);
  });

  it('are one allowance for several processes, which ask for few of them', async () => {
    const count = countInMemory();
    const processes = [limitActs(LIMITS, count), limitActs(LIMITS, count), limitActs(LIMITS, count)];
    let taken = 0;
    for (let n = 0; n < 100; n += 1)
      for (const process of processes) taken += await countTaken(process, {}, 1);
    expect(taken).toBe(60);
    expect(count.asked).toBeLessThan(20);
  });

  it('that are too many are refused with the seconds to wait', async () => {
    const limiter = limitActs(LIMITS, countInMemory());
    await countTaken(limiter, { needsStepUp: true }, 3);
    const refusal = {
      seconds: 20,
      problem: {
        code: 'HTTP_RATE_LIMITED',
        message: 'people.invite-member was done too often lately.',
        hint: 'Wait 20 s and try again.',
      },
    };
    expect(await limiter.take({ ...ASKED, needsStepUp: true })).toEqual(refusal);
    // Again without asking, from what is known.
    expect(await limiter.take({ ...ASKED, needsStepUp: true })).toEqual(refusal);
  });

  it('are not refused while the count cannot be asked', async () => {
    const limiter = limitActs(LIMITS, async () => undefined);
    expect(await countTaken(limiter, {}, 100)).toBe(100);
  });

  it('of a hundred thousand actors fill no memory, and the limit of who is busy holds meanwhile', async () => {
    const limiter = limitActs(LIMITS, countInMemory());
    for (let actor = 0; actor < 100_000; actor += 1)
      await limiter.take({ ...ASKED, who: `bot-${actor}`, nowMs: actor });
    expect(await countTaken(limiter, { who: 'bot-99999', nowMs: 100_000 }, 100)).toBe(59);
  });
});
