import { describe, expect, it } from 'vitest';
import { type Attempt, chooseAttempts } from './choose-attempts.ts';
import { inOnes } from './packed.ts';

const sure = (id: string, lo: number, hi = lo, strength = 1): Attempt => ({
  id,
  lo,
  hi,
  sure: true,
  strength: inOnes(strength),
});
const maybe = (id: string | undefined, lo: number, hi: number): Attempt => ({
  ...sure('', lo, hi),
  id,
  sure: false,
});
const window = { ordered: false, lastAfter: (first: number) => first + 10 };

describe('one attempt for each part', () => {
  it('takes those that lie close enough, not the last ones', () => {
    const { strength, chosen } = chooseAttempts([[sure('a', 0), sure('b', 50)], [sure('c', 8)]], window);
    expect(strength).toBe(inOnes(1));
    expect(chosen?.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('does not take one attempt twice', () => {
    expect(chooseAttempts([[sure('a', 0)], [sure('a', 0)]], window)).toMatchObject({
      strength: 0,
      possible: false,
    });
  });

  it('is as strong as the strongest choice, each as strong as its weakest attempt', () => {
    const parts = [[sure('a', 0, 0, 1), sure('b', 1, 1, 3)], [sure('c', 2, 2, 4)]];
    expect(chooseAttempts(parts, window).strength).toBe(inOnes(3));
  });

  it('a vague day fits for certain only when each of its days does', () => {
    expect(chooseAttempts([[sure('a', 0)], [sure('b', 5, 10)]], window).strength).toBeGreaterThan(0);
    expect(chooseAttempts([[sure('a', 0)], [sure('b', 5, 11)]], window)).toMatchObject({
      strength: 0,
      possible: true,
    });
  });

  it('an attempt that was not told of may fit, and is never certain', () => {
    expect(chooseAttempts([[sure('a', 0)], [maybe(undefined, -1000, 1000)]], window)).toMatchObject({
      strength: 0,
      possible: true,
    });
  });

  it('in order, each comes after the one before', () => {
    const parts = [[sure('a', 5)], [sure('b', 3)]];
    expect(chooseAttempts(parts, window).strength).toBeGreaterThan(0);
    expect(chooseAttempts(parts, { ...window, ordered: true })).toMatchObject({
      strength: 0,
      possible: false,
    });
  });
});
