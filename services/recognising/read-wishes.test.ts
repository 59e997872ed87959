import type { Wishes } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import type { Library } from './library.ts';
import { readWishes } from './read-wishes.ts';

const library = {
  book: { commonSteps: [{ step: 'step.common.a' }], packs: [{ steps: [{ step: 'step.xa.b' }] }] },
} as unknown as Library;

describe('wishes from outside', () => {
  it('are taken as they are, whole', () => {
    const wishes: Wishes = {
      ...{ budget: { amount: 2000.5, currency: 'EUR' }, deadline: '2029-02-28', notBefore: '2027-01-01' },
      ...{ refusedSteps: ['step.common.a'], own: { 'step.xa.b': { duration: 'P6W', study: 'P3M' } } },
      rates: { into: 'EUR', worth: { GBP: 1.17 }, on: '2026-11-01', source: 'hers' },
    };
    expect(readWishes(wishes, library)).toEqual({ ok: true, value: wishes });
    expect(readWishes({}, library)).toEqual({ ok: true, value: {} });
  });

  it('are refused with everything that is wrong at once, each by its field', () => {
    const wishes: Wishes = {
      ...{ budget: { amount: 1.23456, currency: 'EUR' }, deadline: '2029-02-29', notBefore: 'soon' },
      refusedSteps: ['step.xa.b', 'step.xa.c'],
      own: { 'step.common.a': { cost: { amount: 1, currency: '€' }, duration: '6 weeks', study: 'P' } },
      rates: { into: 'EUR', worth: {}, on: '2026-13-01', source: 'hers' },
    };
    const read = readWishes(wishes, library);
    expect(read.ok ? [] : read.error.map(({ at }) => at)).toEqual([
      '/wishes/budget',
      '/wishes/deadline',
      '/wishes/notBefore',
      '/wishes/own/step.common.a/cost',
      '/wishes/own/step.common.a/duration',
      '/wishes/own/step.common.a/study',
      '/wishes/rates/on',
      '/wishes/refusedSteps/1',
    ]);
    expect(read.ok ? [] : new Set(read.error.map(({ code }) => code)).has('RECOGNISING_STEP_UNKNOWN')).toBe(
      true,
    );
  });
});
