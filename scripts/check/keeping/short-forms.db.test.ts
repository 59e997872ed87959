/** The long checks in their shortest form; `npm run check -- clock disk-full lock` is the long one. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../bench/line.ts';
import type { CheckOptions } from '../options.ts';
import { checkClock } from './clock.ts';
import { checkDiskFull } from './disk-full.ts';
import { checkLock } from './lock.ts';

const SHORTEST: CheckOptions = {
  ...{ inputs: 1, records: 1_000, kills: 0, packs: [], facts: undefined, write: false, afresh: false },
  tell: () => {},
};

const CHECKS: Readonly<Record<string, (options: CheckOptions) => AsyncIterable<Line>>> = {
  clock: checkClock,
  'disk-full': checkDiskFull,
  lock: checkLock,
};

describe('every line holds', () => {
  it.each(Object.entries(CHECKS))('of the check %s', async (name, check) => {
    const lines: Line[] = [];
    for await (const line of check(SHORTEST)) lines.push(line);
    expect(lines.filter(({ bar }) => bar !== null).length).toBeGreaterThanOrEqual(3);
    expect(lines.filter(({ holds }) => !holds)).toEqual([]);
    for (const { id } of lines) expect(id.startsWith(`${name}.`)).toBe(true);
  });
});
