import type { Explored, SearchProgress, Stepwise } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { Cancelled } from './cancelled.ts';
import { runInPieces } from './run-in-pieces.ts';

const EXPLORED: Explored = { chains: 0, chainsPruned: 0, branches: 0, tried: 0 };
const progressAt = (branches: number): SearchProgress => ({
  explored: { ...EXPLORED, branches },
  bound: { cost: [], days: 0 },
  points: [],
});

/** Busy for as many milliseconds in each of its pieces. */
function* workFor(pieces: number, milliseconds: number): Stepwise<string> {
  for (let piece = 0; piece < pieces; piece += 1) {
    const endsAt = performance.now() + milliseconds;
    while (performance.now() < endsAt);
    yield progressAt(piece);
  }
  return 'found';
}

describe('a search in pieces', () => {
  it('answers what the search answers', async () => {
    const answer = await runInPieces(workFor(3, 0), { tell: () => undefined, isCancelled: () => false });
    expect(answer).toBe('found');
  });

  it('tells how far it is, each time further, and not after every piece', async () => {
    const told: number[] = [];
    const tell = (progress: SearchProgress) => told.push(progress.explored.branches);
    await runInPieces(workFor(100, 5), { tell, isCancelled: () => false });
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('lets others have their turn while it goes on', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await runInPieces(workFor(30, 5), { tell: () => undefined, isCancelled: () => false });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('ends soon after nobody waits any more, without an answer', async () => {
    let isCancelled = false;
    let pieces = 0;
    function* counted(): Stepwise<string> {
      for (const piece of workFor(1_000, 2)) {
        pieces += 1;
        yield piece;
      }
      return 'found';
    }
    setTimeout(() => {
      isCancelled = true;
    }, 30);
    const answer = runInPieces(counted(), { tell: () => undefined, isCancelled: () => isCancelled });
    await expect(answer).rejects.toBeInstanceOf(Cancelled);
    expect(pieces).toBeLessThan(200);
  });
});
