import type { PlanAdvice } from '@testamur/engines/planner';
import { expect, it } from 'vitest';
import { nextDayOf } from './next-day.ts';

const advice = (day: string, change: Partial<PlanAdvice> = {}, step = `step.${day}`): PlanAdvice => ({
  step,
  kind: 'notAfter',
  act: 'take',
  day,
  because: { reason: 'end' },
  ...change,
});

const ON = '2026-11-22';
const season = { act: 'begin', because: { reason: 'seasonCloses' } } as const;
const sitting = { because: { reason: 'sitting', sitting: '2027-06-01' } } as const;

it.each<[string, readonly PlanAdvice[], unknown]>([
  ['there is none', [], undefined],
  ['what is past does not come', [advice('2026-11-21')], undefined],
  [
    'a day before which nothing should be done is no deadline',
    [advice('2027-01-01', { kind: 'notBefore' })],
    undefined,
  ],
  [
    'the earliest of her own',
    [advice('2027-03-01'), advice('2027-02-01', { act: 'begin' })],
    { on: '2027-02-01', step: 'step.2027-02-01', kind: 'begin' },
  ],
  [
    'one that others set, though a day of her own is earlier',
    [advice('2027-01-01'), advice('2027-05-01', season)],
    { on: '2027-05-01', step: 'step.2027-05-01', kind: 'season' },
  ],
  [
    'a sitting, with its day',
    [advice('2027-05-30', sitting)],
    { on: '2027-05-30', step: 'step.2027-05-30', kind: 'sitting', sitting: '2027-06-01' },
  ],
  [
    'the last day to sign up',
    [advice('2027-04-01', { ...sitting, act: 'register' })],
    { on: '2027-04-01', step: 'step.2027-04-01', kind: 'register' },
  ],
])('%s', (_name, given, expected) => expect(nextDayOf({ advice: given, on: ON })).toEqual(expected));
