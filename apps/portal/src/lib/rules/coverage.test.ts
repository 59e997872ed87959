import { addDays, type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import { type RuleVersion, resolveRule } from '@testamur/engines/recognition';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';

const day = (text: string): Day =>
  expectOk(parseDay(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text), text);
const version = (part: Partial<RuleVersion>): RuleVersion => ({
  ...{
    version: '1',
    recordedAt: '2026-11-22',
    reviewBy: '2027-11-22',
    cite: [],
    when: { notResearched: 'all' },
  },
  ...part,
});
const seen = (on: string) => ({ source: 's', locator: 'whole page', seen: on, grade: 'C' }) as const;

describe('the days that a version covers', () => {
  it.each([
    [
      'the law says from when',
      version({ inForce: { from: '2020-03-01' } }),
      { from: '2020-03-01', fromBecause: 'law', until: '2027-11-23', untilBecause: 'stale' },
    ],
    [
      'the law says to when',
      version({ inForce: { from: '2020-03-01', to: '2026-04-01' } }),
      { from: '2020-03-01', fromBecause: 'law', until: '2026-04-01', untilBecause: 'law' },
    ],
    [
      'an end after the review is not reached',
      version({ inForce: { to: '2029-01-01' } }),
      { from: '2026-11-22', fromBecause: 'seen', until: '2027-11-23', untilBecause: 'stale' },
    ],
    [
      'the earliest day on which it was seen',
      version({ cite: [seen('2025-06-02'), seen('2024-01-05'), seen('undated')] }),
      { from: '2024-01-05', fromBecause: 'seen' },
    ],
    [
      'the day it was entered, when no copy has a date',
      version({ cite: [seen('undated')] }),
      { from: '2026-11-22', fromBecause: 'seen' },
    ],
  ])('%s', (_name, given, expected) => {
    expect(coverageOf(given)).toMatchObject(expected);
  });

  it('are the days on which the engine reads it, for every version of every pack', () => {
    const { packs } = realLaw();
    const knownOn = day('2030-01-01');
    let checked = 0;
    for (const pack of packs) {
      for (const rule of pack.rules) {
        for (const each of rule.versions) {
          const alone = { ...rule, versions: [each] };
          const stateOn = (on: Day) => resolveRule(alone, pack.pack, { on, knownOn }).state;
          const { from, until, untilBecause } = coverageOf(each);
          const ended = untilBecause === 'law' ? 'notResearched' : 'stale';
          expect([rule.rule, stateOn(addDays(day(from), -1)), stateOn(day(from))]).toEqual([
            rule.rule,
            'notResearched',
            'known',
          ]);
          expect([rule.rule, stateOn(addDays(day(until), -1)), stateOn(day(until))]).toEqual([
            rule.rule,
            'known',
            ended,
          ]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(300);
  }, 60_000);
});
