import { describe, expect, it } from 'vitest';
import { limitActs } from './limit-acts.ts';

const LIMITS = { perMinute: 60, stepUpPerMinute: 3 };
const ASKED = { who: 'ada', act: 'people.invite-member', needsStepUp: false, nowMs: 0 };

const countTaken = (limiter: ReturnType<typeof limitActs>, asked: Partial<typeof ASKED>, times: number) =>
  Array.from({ length: times }, () => limiter.take({ ...ASKED, ...asked })).filter(
    (refused) => refused === undefined,
  ).length;

describe('acts within a minute', () => {
  it('are as many as the limit says, fewer where a fresh proof is needed', () => {
    const limiter = limitActs(LIMITS);
    expect(countTaken(limiter, {}, 100)).toBe(60);
    expect(countTaken(limiter, { act: 'people.assign-role', needsStepUp: true }, 100)).toBe(3);
  });

  it('are counted for each actor and each act by itself', () => {
    const limiter = limitActs(LIMITS);
    countTaken(limiter, {}, 100);
    expect(countTaken(limiter, { who: 'eve' }, 100)).toBe(60);
    expect(countTaken(limiter, { act: 'people.list-members' }, 100)).toBe(60);
    expect(countTaken(limiter, {}, 1)).toBe(0);
  });

  it('come back evenly, never above the limit, and not with a clock that goes back', () => {
    const limiter = limitActs(LIMITS);
    countTaken(limiter, { nowMs: 60_000 }, 100);
    expect(countTaken(limiter, { nowMs: 0 }, 10)).toBe(0);
    expect(countTaken(limiter, { nowMs: 10_000 }, 100)).toBe(10);
    expect(countTaken(limiter, { nowMs: 10_000_000 }, 100)).toBe(60);
  });

  it('that are too many are refused with the seconds to wait', () => {
    const limiter = limitActs(LIMITS);
    countTaken(limiter, { needsStepUp: true }, 3);
    expect(limiter.take({ ...ASKED, needsStepUp: true })).toEqual({
      seconds: 20,
      problem: {
        code: 'HTTP_RATE_LIMITED',
        message: 'people.invite-member was done too often within a minute.',
        hint: 'Wait 20 s and try again.',
      },
    });
  });

  it('of a hundred thousand actors fill no memory, and the limit of who is busy holds meanwhile', () => {
    const limiter = limitActs(LIMITS);
    for (let count = 0; count < 100_000; count += 1)
      limiter.take({ ...ASKED, who: `bot-${count}`, nowMs: count });
    expect(countTaken(limiter, { who: 'bot-99999', nowMs: 100_000 }, 100)).toBe(59);
  });
});
