import type { Exclusion, FrontPoint } from '@testamur/engines/planner';
import { expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { excludedWords } from './excluded-words.ts';

const point = (amount: number, days: number): FrontPoint =>
  ({
    cost: {
      known: [{ amount, currency: 'EUR' }],
      upTo: [{ amount, currency: 'EUR' }],
      unknownParts: [],
      atLeast: false,
    },
    time: { days, unknownParts: [], finishOn: '2028-01-01', atLeast: false },
  }) as unknown as FrontPoint;

const exclusion = (change: Partial<Exclusion>): Exclusion => ({
  wish: 'budget',
  value: ['2000', 'EUR'],
  excludes: [],
  ...change,
});
const both = { cheapest: point(3140, 300), fastest: point(5000, 40) };
const UNPRICED = {
  ...point(1, 40),
  cost: { known: [], upTo: [], unknownParts: ['a'], atLeast: true },
} as unknown as FrontPoint;
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '').replace(/\u00a0/g, ' ');

it.each<[string, readonly Exclusion[], string]>([
  [
    'a budget, with what the cheapest costs',
    [exclusion(both)],
    'No route under EUR 2,000. The cheapest is EUR 3,140, about 10 months.',
  ],
  [
    'a deadline, with how long the fastest takes',
    [exclusion({ wish: 'deadline', value: ['2027-01-01'], ...both })],
    'No route ends by 1 January 2027. The fastest takes 40 days, EUR 5,000.',
  ],
  [
    'only the wish whose giving up opens something',
    [exclusion({}), exclusion({ wish: 'excludeSelection', value: [], ...both })],
    'No route without being selected by somebody else. The cheapest is EUR 3,140, about 10 months.',
  ],
  [
    'no cost where no price is established',
    [exclusion({ wish: 'notBefore', value: ['2027-01-01'], cheapest: UNPRICED, fastest: UNPRICED })],
    'No route when you cannot leave your job before 1 January 2027. There is one that takes 40 days; its cost is not established.',
  ],
  ['no single wish', [exclusion({})], 'Several of your wishes together leave no route.'],
])('names %s', (_name, excludedBy, expected) => {
  expect(plain(excludedWords({ excludedBy }, english))).toBe(expected);
});
