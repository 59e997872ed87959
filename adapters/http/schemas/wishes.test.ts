import type { Wishes } from '@testamur/engines/planner';
import type { Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { AskedWishesSchema, PointSchema } from './wishes.ts';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

const wishes = Compile(AskedWishesSchema);
const point = Compile(PointSchema);

describe('wishes that are sent', () => {
  it('are the wishes that the planner takes, member by member', () => {
    const areSame: Same<Frozen<Static<typeof AskedWishesSchema>>, Frozen<Wishes>> = true;
    expect(areSame).toBe(true);
  });

  it('are taken when all are given', () => {
    const all: Required<Wishes> = {
      ...{ budget: { amount: 2000, currency: 'EUR' }, deadline: '2029-01-01', notBefore: '2027-01-01' },
      ...{ excludedCountries: ['DE', 'US-NY'], refusedSteps: ['step.gb.plab1'], willLearn: ['de'] },
      own: { 'step.gb.plab1': { cost: { amount: 1, currency: 'GBP' }, duration: 'P1M', study: 'P3M' } },
      rates: { into: 'EUR', worth: { GBP: 1.17 }, on: '2026-11-01', source: 'hers' },
      ...{ share: 0.5, excludeSelection: true },
    };
    expect(wishes.Check(all)).toBe(true);
  });

  it.each([
    ['a wish that nobody knows', { cheap: true }],
    ['a budget without a currency', { budget: { amount: 5 } }],
    ['a budget below zero', { budget: { amount: -5, currency: 'EUR' } }],
    ['a share of nothing', { share: 0 }],
    ['a worthless currency', { rates: { into: 'EUR', worth: { GBP: 0 }, on: '2026-01-01', source: 'x' } }],
    ['a figure of something that is no step', { own: { salary: { duration: 'P1M' } } }],
    ['a country in words', { excludedCountries: ['Germany'] }],
    ['thousands of countries', { excludedCountries: Array(1000).fill('DE') }],
  ])('are refused with %s', (_name, sent) => {
    expect(wishes.Check(sent)).toBe(false);
  });
});

describe('a point that is sent', () => {
  it.each([0, 3, { steps: [] }, { steps: ['step.a'], route: 'gb.plab', basis: 'mbbs', assumes: ['gb.a'] }])(
    'may be %j',
    (sent) => {
      expect(point.Check(sent)).toBe(true);
    },
  );

  it.each([-1, 1.5, '0', null, {}, { steps: ['step.a'], state: 'open' }])('may not be %j', (sent) => {
    expect(point.Check(sent)).toBe(false);
  });
});
