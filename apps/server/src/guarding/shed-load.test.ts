import { describe, expect, it } from 'vitest';
import { shedLoad } from './shed-load.ts';

/** A loop whose time and turns the test moves. */
function makeLoop() {
  let now = 0;
  let waiting: (() => void)[] = [];
  return {
    loop: { now: () => now, nextTurn: (then: () => void) => void waiting.push(then) },
    work: (ms: number) => {
      now += ms;
    },
    turn: () => {
      const ready = waiting;
      waiting = [];
      for (const then of ready) then();
    },
    waiting: () => waiting.length,
  };
}

const LIMITS = { mostTurnMs: 50, fewInFlight: 1, mostInFlight: 3 };

describe('a shedder of load', () => {
  it('begins what a turn reaches early, and refuses what it reaches late', () => {
    const { loop, work } = makeLoop();
    const shedder = shedLoad({ ...LIMITS, mostInFlight: 100 }, loop);
    const refused = Array.from({ length: 8 }, () => {
      const answer = shedder.refuses();
      work(10);
      return answer;
    });
    expect(refused).toEqual([false, false, false, false, false, false, true, true]);
  });

  it('refuses nothing to a single busy person, however long a turn takes', () => {
    const { loop, work } = makeLoop();
    const shedder = shedLoad({ ...LIMITS, fewInFlight: 3, mostInFlight: 100 }, loop);
    const refused = Array.from({ length: 4 }, () => {
      const answer = shedder.refuses();
      work(60);
      return answer;
    });
    expect(refused).toEqual([false, false, false, true]);
  });

  it('begins anew with the next turn, however long the last one took', () => {
    const { loop, work, turn } = makeLoop();
    const shedder = shedLoad(LIMITS, loop);
    shedder.refuses();
    work(10_000);
    expect(shedder.refuses()).toBe(true);
    turn();
    expect(shedder.refuses()).toBe(false);
  });

  it('refuses above the number in flight, and begins again when one has ended', () => {
    const { loop, turn } = makeLoop();
    const shedder = shedLoad(LIMITS, loop);
    expect([1, 2, 3, 4].map(() => shedder.refuses())).toEqual([false, false, false, true]);
    turn();
    expect(shedder.refuses()).toBe(true);
    shedder.ended();
    expect([shedder.refuses(), shedder.refuses()]).toEqual([false, true]);
  });

  it('asks the loop once in a turn, and for nothing while nobody asks', () => {
    const { loop, turn, waiting } = makeLoop();
    const shedder = shedLoad(LIMITS, loop);
    for (let count = 0; count < 100; count += 1) shedder.refuses();
    expect(waiting()).toBe(1);
    turn();
    expect(waiting()).toBe(0);
  });
});
